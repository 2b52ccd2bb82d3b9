namespace Backprop.Teaching.Notebooks;

/// <summary>What a lesson says about a cell. The list is closed; an unknown tag is an error.</summary>
public enum CellTag
{
    /// <summary><c>setup</c>: references and usings, nothing to read.</summary>
    Setup,

    /// <summary><c>figure</c>: draws something.</summary>
    Figure,

    /// <summary><c>predict</c>: asks for an answer before it is shown.</summary>
    Predict,

    /// <summary><c>check</c>: checks the student's numbers.</summary>
    Check,

    /// <summary><c>solution</c>: committed with its lines behind <c>// </c>.</summary>
    Solution,

    /// <summary><c>raises-exception</c>: must fail.</summary>
    RaisesException,

    /// <summary><c>varies</c>: its output differs from run to run and is not compared.</summary>
    Varies,
}
