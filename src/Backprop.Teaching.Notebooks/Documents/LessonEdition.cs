namespace Backprop.Teaching.Notebooks;

/// <summary>For whom lessons are laid out.</summary>
public enum LessonEdition
{
    /// <summary>Solutions removed, outputs cleared.</summary>
    Student,

    /// <summary>As they are: with solutions behind comment marks, and with outputs.</summary>
    Instructor,
}
