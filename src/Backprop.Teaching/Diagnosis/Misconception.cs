using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>
/// A mistake that people make in backpropagation, as a change of definitions: it can be made in any network where it makes
/// sense, and so the numbers that it leads to are known. Immutable.
/// </summary>
public sealed class Misconception : Displayable
{
    readonly Func<MistakeShape, IEnumerable<MistakeForm>> forms;

    internal Misconception(string id, string words, string place, string formula, string invisible, string[] twins, string[] errata, Func<MistakeShape, IEnumerable<MistakeForm>> forms)
    {
        Id = id;
        Words = words;
        Place = place;
        Formula = formula;
        InvisibleWhen = invisible;
        Twins = [.. twins];
        Errata = [.. errata];
        this.forms = forms;
    }

    /// <summary>Its number in the catalogue, for example <c>D2</c>. The letter says where it is made: D f′, E the error at the outputs, P the way back, G the weight gradient, B the bias, M the batch, L the weight decay, F forward, U the step.</summary>
    public string Id { get; }

    /// <summary>What is done, in words that go on after "what you get if".</summary>
    public string Words { get; }

    /// <summary>Where to look, without saying what is wrong: the first hint.</summary>
    public string Place { get; }

    /// <summary>The right formula, in canonical notation: the third hint.</summary>
    public string Formula { get; }

    /// <summary>When it changes no number.</summary>
    public string InvisibleWhen { get; }

    /// <summary>Ids of other mistakes that can give the same numbers.</summary>
    public ImmutableArray<string> Twins { get; }

    /// <summary>Ids of published formulas that make this mistake, see <see cref="ErrataCatalogue"/>.</summary>
    public ImmutableArray<string> Errata { get; }

    /// <summary>Whether it can be made in an example.</summary>
    /// <param name="example">The example.</param>
    /// <returns>Whether at least one form of it makes sense there.</returns>
    public bool AppliesTo(Example example)
    {
        ArgumentNullException.ThrowIfNull(example);
        return Rules(MistakeShape.Of(example)).Any();
    }

    /// <summary>Every form of it in one network.</summary>
    internal IEnumerable<Rule> Rules(MistakeShape shape) => forms(shape).Select(form =>
        new Rule(this, form.Layers.IsEmpty ? Id : $"{Id}@{string.Join(',', form.Layers)}", form.Clause, [.. form.Patches]));

    internal override DisplayNode View() => new StackNode(
    [
        new HeadingNode($"{Id}: {Words}"),
        new TextNode($"where to look: {Place}"),
        new TextNode($"right: {Formula}"),
        new TextNode($"changes no number if {InvisibleWhen}"),
        .. Twins.IsEmpty ? Array.Empty<DisplayNode>() : [new TextNode($"can give the same numbers as {string.Join(", ", Twins)}")],
        .. Errata.IsEmpty ? Array.Empty<DisplayNode>() : [new TextNode($"published as {string.Join(", ", Errata)}")],
    ]);
}
