namespace Backprop.Teaching;

/// <summary>The words of a sheet that are no quantities: what each is called, and its other names.</summary>
static class SheetSetting
{
    public const string Net = "net";
    public const string Loss = "loss";
    public const string Rate = "rate";
    public const string Lambda = "lambda";
    public const string TrainBias = "train bias";
    public const string ErrorFactor = "squared error factor";
    public const string OverOutputs = "over outputs";
    public const string OverSamples = "over samples";
    public const string Decay = "decay";
    public const string Convention = "convention";
    public const string CountFrom = "count from";
    public const string Notation = "notation";
    public const string Decimal = "decimal";
    public const string DigitsKept = "digits kept";
    public const string Names = "names";
    public const string Title = "name";
    public const string Student = "student";
    public const string Answers = "answers";

    static readonly string[] Known =
    [
        Net, Loss, Rate, Lambda, TrainBias, ErrorFactor, OverOutputs, OverSamples, Decay,
        Convention, CountFrom, Notation, Decimal, DigitsKept, Names, Title, Student, Answers,
    ];

    static readonly (string Other, string Name)[] Others =
    [
        ("network", Net), ("learning rate", Rate), ("eta", Rate), ("η", Rate), ("alpha", Rate), ("α", Rate), ("step size", Rate),
        ("λ", Lambda), ("weight decay", Lambda), ("keep digits", DigitsKept), ("counted from", CountFrom), ("counting from", CountFrom),
        ("decimal point", Decimal), ("conventions", Convention),
    ];

    public static IEnumerable<string> All => Known;

    /// <summary>Which setting a word is, in any case and with spaces, hyphens or none; null if it is none.</summary>
    public static string? Of(string word)
    {
        var plain = Plain(word);
        if (plain.Length == 0) return null;
        return Known.FirstOrDefault(name => Plain(name) == plain) ?? Others.FirstOrDefault(other => Plain(other.Other) == plain).Name;
    }

    /// <summary>Letters and digits alone, small: <c>learningRate</c>, <c>learning rate</c> and <c>learning-rate</c> are the same.</summary>
    public static string Plain(string text) => new([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
