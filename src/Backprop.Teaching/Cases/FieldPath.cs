using System.Globalization;
using System.Text;

namespace Backprop.Teaching;

/// <summary>Where a reader stands in a JSON text: <c>layers[1].W[2]</c>.</summary>
sealed class FieldPath
{
    // a name, or the index of an item of a list
    readonly List<(string? Name, int Index)> steps = [];

    /// <summary>How many names and indices lead here.</summary>
    public int Depth => steps.Count;

    public void EnterField(string name) => steps.Add((name, 0));

    public void EnterList() => steps.Add((null, -1));

    public void NextItem() => steps[^1] = (null, steps[^1].Index + 1);

    public void Leave() => steps.RemoveAt(steps.Count - 1);

    /// <summary>The field's place in words, for example <c>layer 2, W row 2</c>; empty where the field says it all.</summary>
    public string Place => steps switch
    {
        [("layers", _), (null, var i), ("W", _), (null, var j), ..] => $"layer {i + 1}, W row {j}",
        [("layers", _), (null, var i), (("W" or "b") and var name, _), ..] => $"layer {i + 1}, {name}",
        [("layers", _), (null, var i), ..] => $"layer {i + 1}",
        [(("X" or "Y") and var name, _), (null, var i), ..] => $"{(name == "X" ? "x" : "y")} of sample {i}",
        _ => "",
    };

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (name, index) in steps)
        {
            if (name is null) text.Append(CultureInfo.InvariantCulture, $"[{index}]");
            else text.Append(text.Length > 0 ? "." : "").Append(Excerpt.Of(name));
        }
        return text.ToString();
    }
}
