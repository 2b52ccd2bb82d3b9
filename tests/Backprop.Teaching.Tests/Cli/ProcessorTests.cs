namespace Backprop.Teaching.Tests.Cli;

/// <summary>The same bits on lesser processors: the runtime is told in a child process what it may not use.</summary>
public class ProcessorTests
{
    // DOTNET_EnableAVX512F of older runtimes has no effect in .NET 10; without AVX2 there is no FMA instruction either
    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public void Every_number_is_the_same_without_a_processor_feature(string switchedOff)
    {
        using var folder = new TemporaryFolder();
        var wide = folder.Write("wide.json", WiderNets.Of(9, ActivationFunction.Tanh, 19, 24, 33, 5).ToJson());
        AssertSame(switchedOff, "trace", Repository.At("data/examples/two-outputs-3-4-2-four-samples.json"), "--json");
        AssertSame(switchedOff, "trace", wide, "--json");
        AssertSame(switchedOff, "train", wide, "--epochs", "3", "--batch", "4", "--json");
        AssertSame(switchedOff, "gradcheck", wide, "--json");
    }

    static void AssertSame(string switchedOff, params string[] arguments)
    {
        var (code, output, error) = BackpropCommand.Run(arguments);
        Assert.True(code == 0 && output.Length > 1000, $"exit code {code}: {error}");
        Assert.Equal(output, BackpropCommand.RunWith(switchedOff, arguments).Output);
    }
}
