namespace Backprop.Teaching;

/// <summary>Two matrices of a printed formula do not fit. Never leaves <see cref="ErratumValue.Try"/>.</summary>
sealed class ShapeMismatchException(string message) : Exception(message);
