using System.Globalization;
using System.Text;

namespace Backprop.Teaching.Tests;

/// <summary>Evaluates printed arithmetic as somebody with a calculator would: ASCII or Unicode signs, powers of ten, e with an exponent above, exp ln tanh max.</summary>
sealed class Calculator
{
    const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";
    const string Plain = "0123456789-";
    readonly string text;
    int position;

    Calculator(string text) => this.text = text;

    public static double Evaluate(string text)
    {
        var calculator = new Calculator(Flat(text));
        var value = calculator.Sum();
        if (calculator.position < calculator.text.Length) throw new FormatException($"'{text}': stopped at '{calculator.text[calculator.position..]}'");
        return value;
    }

    // 3.5·10⁻⁵ → 3.5*10^(-5), e⁻² → e^(-2), (…)² → (…)^(2), e^{…} → e^(…)
    static string Flat(string text)
    {
        var flat = new StringBuilder();
        var inside = false;
        foreach (var c in text)
        {
            var index = Raised.IndexOf(c, StringComparison.Ordinal);
            if (index >= 0 && !inside) flat.Append("^(");
            if (index < 0 && inside) flat.Append(')');
            inside = index >= 0;
            flat.Append(index >= 0 ? Plain[index] : c switch { '−' => '-', '·' => '*', '{' => '(', '}' => ')', _ => c });
        }
        if (inside) flat.Append(')');
        return string.Concat(flat.ToString().Where(c => !char.IsWhiteSpace(c)));
    }

    double Sum()
    {
        var value = Next('-') ? -Product() : Product();
        while (true)
        {
            if (Next('+')) value += Product();
            else if (Next('-')) value -= Product();
            else return value;
        }
    }

    double Product()
    {
        var value = Power();
        while (true)
        {
            if (Next('*')) value *= Power();
            else if (Next('/')) value /= Power();
            else return value;
        }
    }

    double Power()
    {
        var value = Atom();
        return Next('^') ? Math.Pow(value, InParentheses()) : value;
    }

    double Atom()
    {
        if (position < text.Length && text[position] == '(') return InParentheses();
        if (Next('-')) return -Atom();
        foreach (var (name, function) in Functions)
            if (text.AsSpan(position).StartsWith(name + "("))
            {
                position += name.Length;
                return function(InParentheses());
            }
        if (text.AsSpan(position).StartsWith("max(0,"))
        {
            position += 6;
            var value = Sum();
            Expect(')');
            return Math.Max(0, value);
        }
        if (Next('e')) return Math.E;
        return Number();
    }

    static readonly (string, Func<double, double>)[] Functions = [("exp", Math.Exp), ("ln", Math.Log), ("tanh", Math.Tanh)];

    double Number()
    {
        var start = position;
        while (position < text.Length && (char.IsAsciiDigit(text[position]) || text[position] == '.')) position++;
        // the e of 4.4e-5, not of e^(…)
        if (position > start && position + 1 < text.Length && text[position] == 'e' && (char.IsAsciiDigit(text[position + 1]) || text[position + 1] is '-' or '+'))
        {
            position += 2;
            while (position < text.Length && char.IsAsciiDigit(text[position])) position++;
        }
        return position > start
            ? double.Parse(text.AsSpan(start, position - start), NumberStyles.Float, CultureInfo.InvariantCulture)
            : throw new FormatException($"'{text}': expected a number at '{text[position..]}'");
    }

    double InParentheses()
    {
        Expect('(');
        var value = Sum();
        Expect(')');
        return value;
    }

    void Expect(char c)
    {
        if (!Next(c)) throw new FormatException($"'{text}': expected {c} at '{text[position..]}'");
    }

    bool Next(char c)
    {
        if (position >= text.Length || text[position] != c) return false;
        position++;
        return true;
    }
}
