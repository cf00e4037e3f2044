using System.CommandLine;
using Patterns.Load;

var root = new RootCommand("Puts load on an AWS endpoint of this machine and reports rates.")
{
    SqsCommand.Create(),
    DepthCommand.Create(),
    FunctionCommand.Create(),
    TableCommand.Create(),
    BusCommand.Create(),
    StatesCommand.Create(),
    CqrsCommand.Create(),
};
try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception exception) when (exception is LoadException or HttpRequestException or OperationCanceledException)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
