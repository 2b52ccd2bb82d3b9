namespace Backprop.Teaching.Notebooks;

/// <summary>One thing that could be written at the cursor.</summary>
/// <param name="Text">What would be written.</param>
/// <param name="Kind">In the words of front ends: <c>variable</c>, <c>field</c>, <c>property</c>, <c>event</c>, <c>method</c>, <c>class</c>, <c>struct</c>, <c>interface</c>, <c>enum</c>, <c>module</c> for a namespace, <c>keyword</c>, <c>magic</c>.</param>
/// <param name="Signature">Its type or signature; may be empty.</param>
public sealed record CompletionItem(string Text, string Kind, string Signature);
