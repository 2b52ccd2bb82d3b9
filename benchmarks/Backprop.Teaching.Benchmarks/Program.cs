using BenchmarkDotNet.Running;
using Backprop.Teaching.Benchmarks;

// "compare FOLDER WORKLOAD" is our part of ../compare.sh; everything else goes to BenchmarkDotNet
if (args is ["compare", var folder, var workload]) return Compare.Run(new(folder), workload);
BenchmarkSwitcher.FromAssembly(typeof(Compare).Assembly).Run(args);
return 0;
