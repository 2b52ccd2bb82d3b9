namespace Backprop.Teaching;

/// <summary>What the doctor says of one number, in the order in which it is judged: the first that holds.</summary>
public enum AnswerStatus
{
    /// <summary>Left blank.</summary>
    Missing,

    /// <summary>No number, or a vector or matrix of another shape.</summary>
    Invalid,

    /// <summary>Right to the digits given.</summary>
    Right,

    /// <summary>Right, but to fewer than three digits.</summary>
    FewDigits,

    /// <summary>Right, given the earlier numbers of the sheet, which are not all right.</summary>
    RightGivenYours,

    /// <summary>Within what can be reached when each step is rounded.</summary>
    RoundedEarly,

    /// <summary>A slip of the pen: swapped digits, a lost zero, the decimal point, the sign, the exponent, the right number in the wrong place.</summary>
    Slip,

    /// <summary>Wrong, and what comes before it on the sheet does not account for it.</summary>
    Wrong,

    /// <summary>Wrong, and computed from an earlier number that is wrong too and cannot be followed.</summary>
    Contaminated,
}
