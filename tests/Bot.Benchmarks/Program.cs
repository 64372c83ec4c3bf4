using BenchmarkDotNet.Running;
using Bot.Benchmarks;

if (args is [GatewayMemory.Verb, ..])
{
    return await GatewayMemory.RunAsync(args[1..]);
}

_ = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
