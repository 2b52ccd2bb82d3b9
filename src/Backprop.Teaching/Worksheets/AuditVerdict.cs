namespace Backprop.Teaching;

/// <summary>What an audit says of one claimed number.</summary>
public enum AuditVerdict
{
    /// <summary>It is right to the digits printed.</summary>
    Right,

    /// <summary>It is not, and it is what follows from the numbers printed before it.</summary>
    FollowsFromPrinted,

    /// <summary>It is not, and rounding at each step, to as many digits as are printed, can lead there.</summary>
    RoundedEarly,

    /// <summary>It does not follow; another convention gives it.</summary>
    OtherConvention,

    /// <summary>It does not follow; a known mistake gives it.</summary>
    Mistake,

    /// <summary>It does not follow; one digit too many or too few, a swap, a sign or a decimal point makes it from a number that does.</summary>
    Misprint,

    /// <summary>It does not follow, and nothing known gives it.</summary>
    Unexplained,
}
