using System.Reflection;

namespace Patterns.Local.Host.Handlers;

/// <summary>What a handler returns once it has been awaited: a value of <see cref="Type"/>, or nothing.</summary>
internal sealed class HandlerResult
{
    private readonly Func<object?, Task<object?>> _await;

    private HandlerResult(Type? type, Func<object?, Task<object?>> await)
    {
        Type = type;
        _await = await;
    }

    /// <summary>The type of the value; null when there is none.</summary>
    public Type? Type { get; }

    public static HandlerResult Of(Type returned)
    {
        if (returned == typeof(void))
        {
            return new HandlerResult(null, static _ => Task.FromResult<object?>(null));
        }

        if (returned == typeof(Task) || returned == typeof(ValueTask))
        {
            return new HandlerResult(null, AwaitNothingAsync);
        }

        var definition = returned.IsGenericType ? returned.GetGenericTypeDefinition() : null;
        return definition == typeof(Task<>) || definition == typeof(ValueTask<>)
            ? Awaited(returned.GenericTypeArguments[0], definition == typeof(Task<>))
            : new HandlerResult(returned, static value => Task.FromResult(value));
    }

    public Task<object?> AwaitAsync(object? returned) => _await(returned);

    private static HandlerResult Awaited(Type value, bool task)
    {
        var name = task ? nameof(AwaitTaskAsync) : nameof(AwaitValueTaskAsync);
        var method = typeof(HandlerResult).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(value);
        return new HandlerResult(value, method.CreateDelegate<Func<object?, Task<object?>>>());
    }

    private static async Task<object?> AwaitNothingAsync(object? returned)
    {
        await (returned is ValueTask value ? value.AsTask() : (Task)returned!).ConfigureAwait(false);
        return null;
    }

    private static async Task<object?> AwaitTaskAsync<T>(object? returned) => await ((Task<T>)returned!).ConfigureAwait(false);

    private static async Task<object?> AwaitValueTaskAsync<T>(object? returned) => await ((ValueTask<T>)returned!).ConfigureAwait(false);
}
