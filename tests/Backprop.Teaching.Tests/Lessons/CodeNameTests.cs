namespace Backprop.Teaching.Tests.Lessons;

/// <summary>What stands beside a number to be copied is C# that gives that number.</summary>
public class CodeNameTests
{
    [Theory]
    [InlineData("SoftmaxCrossEntropy")]
    [InlineData("Mazur")]
    [InlineData("Xor")]
    public async Task The_code_name_of_every_quantity_compiles_and_gives_it(string example)
    {
        using var session = new CellSession();
        await session.Run(CellSession.FirstCell);
        await session.Run($"var trace = Backpropagation.Run(Examples.{example});");
        var trace = session.Variable<BackpropTrace>("trace");
        // the whole vectors and matrices, and the last entry of each
        var quantities = Bits.All(trace).SelectMany(quantity => (Quantity[])[quantity, Bits.Entries(quantity).Last()]).ToList();
        var found = (Quantity[])(await session.Run($"new Quantity[] {{ {string.Join(", ", quantities.Select(quantity => quantity.CodeName))} }}"))!;
        foreach (var (expected, actual) in quantities.Zip(found))
        {
            Assert.Equal(expected.Name, actual.Name);
            foreach (var (left, right) in Bits.Entries(expected).Zip(Bits.Entries(actual))) Bits.AssertSame(left, right, left.Name);
        }
    }
}
