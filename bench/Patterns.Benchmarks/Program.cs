using BenchmarkDotNet.Running;
using Patterns.Benchmarks;

switch (args)
{
    case ["hostile"]:
        HostileRun.Print();
        break;
    case ["facade"]:
        await FacadeRun.PrintAsync();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(System.Reflection.Assembly.GetExecutingAssembly()).Run(args);
        break;
}
