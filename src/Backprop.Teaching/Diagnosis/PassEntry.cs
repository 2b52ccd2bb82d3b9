namespace Backprop.Teaching;

/// <summary>One entry of a block: the numbers that the variables of its definition stand for.</summary>
/// <param name="Layer">l.</param>
/// <param name="Row">j.</param>
/// <param name="Column">k.</param>
/// <param name="Sample">i.</param>
readonly record struct PassEntry(int Layer, int Row, int Column, int Sample)
{
    public int Of(IndexTerm index) => index.Offset + index.Variable switch
    {
        null => 0,
        "l" => Layer,
        "j" => Row,
        "k" => Column,
        "i" => Sample,
        _ => throw new ArgumentOutOfRangeException(nameof(index), index, "no variable of a definition"),
    };

    public PassEntry With(string variable, int number) => variable switch
    {
        "l" => this with { Layer = number },
        "j" => this with { Row = number },
        "k" => this with { Column = number },
        _ => this with { Sample = number },
    };
}
