namespace Fixtures.Bases;

/// <summary>A base class as pattern packages have them: the entry is inherited, the derived class is named.</summary>
public abstract class HandlerBase<TInput, TContext>
    where TInput : class
{
    public async Task<Stream> FunctionHandler(Stream input, TContext context)
    {
        using var reader = new StreamReader(input);
        var text = await HandleAsync(await reader.ReadToEndAsync(), context);
        return new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
    }

    protected abstract Task<string> HandleAsync(string input, TContext context);
}
