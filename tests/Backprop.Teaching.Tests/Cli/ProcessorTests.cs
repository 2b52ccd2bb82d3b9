namespace Backprop.Teaching.Tests.Cli;

/// <summary>The same bits on lesser processors: the runtime is told in a child process what it may not use.</summary>
public sealed class ProcessorTests(ProcessorTests.Whole whole) : IClassFixture<ProcessorTests.Whole>
{
    // DOTNET_EnableAVX512F of older runtimes has no effect in .NET 10; without AVX2 there is no FMA instruction either
    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public void Every_number_is_the_same_without_a_processor_feature(string switchedOff)
    {
        foreach (var (command, output) in whole.Outputs) Assert.Equal(output, BackpropCommand.RunWith(switchedOff, command).Output);
    }

    /// <summary>What this processor prints with all that it has, once for all that it is compared with.</summary>
    public sealed class Whole : IDisposable
    {
        readonly TemporaryFolder folder = new();

        public Whole()
        {
            var wide = folder.Write("wide.json", WiderNets.Of(9, ActivationFunction.Tanh, 19, 24, 33, 5).ToJson());
            string[][] commands =
            [
                ["trace", Repository.At("data/examples/two-outputs-3-4-2-four-samples.json"), "--json"],
                ["trace", wide, "--json"],
                ["train", wide, "--epochs", "3", "--batch", "4", "--json"],
                ["gradcheck", wide, "--json"],
            ];
            Outputs = [.. commands.Select(command => (command, Output(command)))];
        }

        public IReadOnlyList<(string[] Command, string Output)> Outputs { get; }

        public void Dispose() => folder.Dispose();

        static string Output(string[] command)
        {
            var (code, output, error) = BackpropCommand.Run(command);
            Assert.True(code == 0 && output.Length > 1000, $"exit code {code}: {error}");
            return output;
        }
    }
}
