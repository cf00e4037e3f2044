using System.Reflection;
using Patterns.Local.Host.Contexts;
using Patterns.Local.Host.Logging;

namespace Patterns.Local.Host.Handlers;

/// <summary>Calls the function's method: reads its input, awaits it and writes its output.</summary>
internal sealed class HandlerMethod
{
    private const BindingFlags Plain = BindingFlags.DoNotWrapExceptions;

    private readonly MethodInfo _method;
    private readonly object? _instance;
    private readonly object? _serializer;
    private readonly FunctionLog _log;
    private readonly ParameterInfo[] _parameters;
    private readonly Func<Stream, object?>? _read;
    private readonly HandlerResult _result;
    private readonly Action<object?, Stream>? _write;

    public HandlerMethod(MethodInfo method, object? instance, object? serializer, FunctionLog log)
    {
        _method = method;
        _instance = instance;
        _serializer = serializer;
        _log = log;
        _parameters = method.GetParameters();
        _result = HandlerResult.Of(method.ReturnType);
        _read = InputType() is { } input ? HandlerSerializer.Reader(input, serializer, method) : null;
        _write = _result.Type is { } output && !IsStream(output) ? HandlerSerializer.Writer(output, serializer, method) : null;
    }

    public async Task<Stream> InvokeAsync(Invocation invocation)
    {
        var returned = _method.Invoke(_instance, Plain, null, Arguments(invocation), null);
        var value = await _result.AwaitAsync(returned).ConfigureAwait(false);
        if (_write is null)
        {
            return value as Stream ?? Stream.Null;
        }

        var output = new MemoryStream();
        _write(value, output);
        output.Position = 0;
        return output;
    }

    private static bool IsStream(Type type) => typeof(Stream).IsAssignableFrom(type);

    private Type? InputType() =>
        _parameters.Length > 0 && !LambdaCore.IsContext(_parameters[0].ParameterType) ? _parameters[0].ParameterType : null;

    private object?[] Arguments(Invocation invocation)
    {
        var arguments = new object?[_parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            var type = _parameters[i].ParameterType;
            arguments[i] = LambdaCore.IsContext(type)
                ? PropertyProxy.Create(type, new LambdaContext(invocation, _log, _serializer))
                : _read!(invocation.Payload);
        }

        return arguments;
    }
}
