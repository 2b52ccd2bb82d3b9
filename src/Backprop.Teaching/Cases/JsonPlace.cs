namespace Backprop.Teaching;

/// <summary>What a reader of JSON is about to read.</summary>
enum JsonPlace
{
    /// <summary>The value of a field, or the one value of the text.</summary>
    Value,

    /// <summary>The next item of a list, or the list's end.</summary>
    Item,

    /// <summary>The next field's name, or the object's end.</summary>
    Name,

    /// <summary>Nothing more.</summary>
    End,
}
