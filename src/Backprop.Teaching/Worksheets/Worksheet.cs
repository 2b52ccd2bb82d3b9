using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>A worksheet: an example whose numbers were chosen for it, what is asked, the key, what each wrong number means, and its certificate. Immutable; the same plan gives the same worksheet, byte for byte, everywhere.</summary>
public sealed class Worksheet : Displayable
{
    /// <summary>How many significant digits a student keeps at each step.</summary>
    internal const int DigitsKept = 4;

    /// <summary>By how many units of the third digit rounding may move an asked number, so that three digits come out right.</summary>
    internal const double MostRounding = 0.5;

    readonly Lazy<BackpropTrace> trace;
    readonly Lazy<MistakeNumbers> numbers;
    readonly Lazy<WorksheetCertificate> certificate;

    internal Worksheet(WorksheetPlan plan, Example example, ImmutableArray<QuantityId> asked, MistakeSeparation separation, Lazy<MistakeNumbers> numbers)
    {
        Plan = plan;
        Example = example;
        Asked = asked;
        trace = new(() => Backpropagation.Run(example));
        this.numbers = numbers;
        certificate = new(() => new CertificateWriter(this, separation).Write());
    }

    /// <summary>What it was made from.</summary>
    public WorksheetPlan Plan { get; }

    /// <summary>The network, the samples, the loss and η.</summary>
    public Example Example { get; }

    /// <summary>What is asked, line by line: whole vectors and single entries.</summary>
    public ImmutableArray<QuantityId> Asked { get; }

    /// <summary>Which mistakes its answers tell apart, and whether four digits are enough.</summary>
    public WorksheetCertificate Certificate => certificate.Value;

    /// <summary>Makes a worksheet: of two dozen draws from the seed that obey, the one whose answers tell most mistakes apart.</summary>
    /// <param name="plan">What it is to be about.</param>
    /// <returns>The worksheet.</returns>
    /// <exception cref="InvalidInputException">The parts of the plan do not fit together, or no numbers were found that keep every |z| in 0.3…2.</exception>
    public static Worksheet Create(WorksheetPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        plan.Check();
        return new WorksheetSearch().Find(plan);
    }

    /// <summary>The student's sheet as plain text that <see cref="AnswerSheet"/> reads, every number a blank.</summary>
    /// <returns>Lines that end in <c>\n</c>.</returns>
    public string ToSheet() => WorksheetText.Blank(this);

    /// <summary>The student's sheet filled in, four significant digits.</summary>
    /// <returns>Lines that end in <c>\n</c>.</returns>
    public string ToKey() => WorksheetText.Key(this);

    /// <summary>The student's sheet to print: one self-contained HTML file with a box for each number.</summary>
    /// <returns>An HTML document.</returns>
    public string ToPage() => WorksheetPage.Blank(this);

    /// <summary>The printed sheet filled in.</summary>
    /// <returns>An HTML document.</returns>
    public string ToKeyPage() => WorksheetPage.Key(this);

    /// <summary>What each wrong number means, to print, for whoever marks on paper.</summary>
    /// <returns>An HTML document.</returns>
    public string ToMistakePage() => MistakePage.Write(this);

    /// <summary>What each wrong value of each asked number means.</summary>
    /// <returns>One table for each asked number.</returns>
    public ImmutableArray<MistakeTable> Mistakes() => [.. AskedEntries.Select(Numbers.TableOf)];

    internal IEnumerable<QuantityId> AskedEntries => Asked.SelectMany(line => AskedNumbers.Entries(line, Example.Network));

    internal BackpropTrace Trace => trace.Value;

    internal MistakeNumbers Numbers => numbers.Value;

    // the loss in one line, as the sheet says it
    internal string LossFormula
    {
        get
        {
            var one = Plan.Loss == LossFunction.SquaredError ? "½ Σⱼ (aⱼ − yⱼ)²" : Plan.Loss == LossFunction.CrossEntropy ? "−Σⱼ yⱼ ln aⱼ" : "−Σⱼ [yⱼ ln aⱼ + (1 − yⱼ) ln(1 − aⱼ)]";
            var decay = Plan.WeightDecay > 0 ? $" + (λ/2) Σ W² with λ = {NumberFormat.RoundTrip(Plan.WeightDecay)}" : "";
            return Plan.Samples > 1 ? $"Jᵢ = {one}, J = (1/{Plan.Samples}) Σᵢ Jᵢ{decay}" : $"J₀ = {one}" + (decay.Length > 0 ? $", J = J₀{decay}" : "");
        }
    }

    internal double Value(QuantityId id) => ((ScalarQuantity)Trace[id]).Value;

    internal string At(int sample) => Example.SampleCount == 1 ? "" : $"@{sample}";

    // what a line asks for, without saying how it is got
    internal string Meaning(QuantityId line)
    {
        var symbol = QuantitySymbol.Of(line);
        var sample = Example.SampleCount == 1 || line.Sample is not { } i ? "" : $", sample {i}";
        return line.Kind switch
        {
            QuantityKind.PreActivation => $"{symbol} = W a + b{sample}",
            QuantityKind.Activation => $"{symbol} = f(z){sample}",
            QuantityKind.SampleLoss => $"the loss {symbol}{sample}",
            QuantityKind.Delta => $"{symbol} = ∂{QuantitySymbol.Of(new(QuantityKind.SampleLoss, Sample: line.Sample))}/∂{QuantitySymbol.Of(line with { Kind = QuantityKind.PreActivation })}{sample}",
            QuantityKind.Loss => $"the loss J of all {Example.SampleCount} samples" + (Plan.WeightDecay > 0 ? " with its decay term" : ""),
            QuantityKind.WeightsAfter or QuantityKind.BiasesAfter => symbol.Replace("the step", $"one step with η = {NumberFormat.RoundTrip(Plan.LearningRate)}", StringComparison.Ordinal),
            _ => symbol,
        };
    }

    internal override DisplayNode View() => new StackNode([new WrittenNode(ToSheet(), $"<pre>{TeachingPage.Escape(ToSheet())}</pre>"), Certificate.View()]);
}
