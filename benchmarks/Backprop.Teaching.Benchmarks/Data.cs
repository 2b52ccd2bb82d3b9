using System.Runtime.InteropServices;

namespace Backprop.Teaching.Benchmarks;

/// <summary>The numbers of all workloads, made by peers/data.py, and ours for the peers to be checked against.</summary>
sealed class Data(string folder)
{
    public Network Network(params int[] sizes)
    {
        var name = string.Join('-', sizes);
        return Backprop.Teaching.Network.Of([.. Enumerable.Range(1, sizes.Length - 1).Select(l =>
            Layer.Sigmoid(Rows(Load($"{name}.W{l}"), sizes[l - 1]), Load($"{name}.b{l}")))]);
    }

    public Example Example(int samples, params int[] sizes)
    {
        var (x, y) = sizes[0] == 784 ? ("digits.x", "digits.y") : ($"small.{sizes[0]}", $"small.{sizes[^1]}");
        return Backprop.Teaching.Example.Of(Network(sizes), Rows(Load(x), sizes[0])[..samples], Rows(Load(y), sizes[^1])[..samples], learningRate: 0.5);
    }

    public void Save(string name, IEnumerable<double> numbers) => File.WriteAllBytes(Path.Combine(folder, $"ours.{name}.bin"), MemoryMarshal.AsBytes<double>(numbers.ToArray()));

    double[] Load(string name) => MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(Path.Combine(folder, name + ".bin"))).ToArray();

    static double[][] Rows(double[] numbers, int width) => [.. numbers.Chunk(width)];
}
