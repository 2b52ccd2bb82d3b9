using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>A wrong value of a number and the mistakes that give it. Immutable.</summary>
/// <param name="Text">The value with three significant digits.</param>
/// <param name="Value">The same as a number.</param>
/// <param name="Rules">The ids of the mistakes, each with its layer where it has one: <c>D2@1</c>.</param>
/// <param name="Words">What each is, a clause that goes on from "it is what you get if".</param>
public sealed record MistakeRow(string Text, double Value, ImmutableArray<string> Rules, ImmutableArray<string> Words);
