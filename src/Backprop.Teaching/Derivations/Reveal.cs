namespace Backprop.Teaching;

/// <summary>A derivation that is uncovered line by line: click, space or → for the next line, ← for the one before. Without a script all lines are there.</summary>
public sealed class Reveal : Displayable
{
    // works on every such block that is not set up yet, so that the same output may stand twice on a page
    const string Script = """
        (function(){document.querySelectorAll('.backprop-reveal:not([data-ready])').forEach(function(block){
        block.setAttribute('data-ready','');var lines=block.querySelectorAll('.backprop-line'),shown=1,where=block.querySelector('.backprop-where');
        function draw(){lines.forEach(function(line,n){line.style.display=n<shown?'':'none';});where.textContent=shown+' of '+lines.length;}
        function move(by){shown=Math.min(lines.length,Math.max(1,shown+by));draw();}
        block.addEventListener('click',function(e){if(!e.target.closest('details'))move(1);});
        block.addEventListener('keydown',function(e){if(e.target.closest('details'))return;
        if(e.key===' '||e.key==='ArrowRight'){move(1);e.preventDefault();e.stopPropagation();}if(e.key==='ArrowLeft'){move(-1);e.preventDefault();e.stopPropagation();}});
        draw();});})();
        """;

    readonly Derivation derivation;

    internal Reveal(Derivation derivation) => this.derivation = derivation;

    internal override DisplayNode View() => new WrittenNode(
        derivation.ToText(),
        $"<div class=\"backprop-reveal\" tabindex=\"0\" role=\"group\" aria-label=\"derivation, line by line: space or right arrow for the next line\">{derivation.WriteHtml()}<div class=\"backprop-where\" aria-live=\"polite\" style=\"opacity:.75;font-size:.85em\"></div></div><script>{Script}</script>");
}
