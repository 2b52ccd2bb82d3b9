namespace Backprop.Teaching;

/// <summary>One operation on numbered slots: what, where to, from where.</summary>
readonly record struct PassOp(PassOpCode Code, int Target, int Left, int Right);

/// <summary>The operations of a pass.</summary>
enum PassOpCode : byte
{
    Copy, Negate, Add, Subtract, Multiply, MultiplyAdd, Divide, Square, Exp, Ln, Absolute, Sigmoid, Tanh, ReLU, Step,
}
