using System.Text.Json;

namespace Patterns.Local.Tests.Functions;

/// <summary>What a process says about its handler when it finds out by itself.</summary>
public sealed class HandlerErrorTests(FixtureFunctions functions) : IClassFixture<FixtureFunctions>
{
    [Theory]
    [InlineData("Plain", "Other::Other.Type::Handle", "The handler 'Other::Other.Type::Handle' names the assembly Other, which is not in the function's code; there is Fixtures.Plain.")]
    [InlineData("Plain", "Fixtures.Plain::Fixtures.Plain.None::Handle", "The handler 'Fixtures.Plain::Fixtures.Plain.None::Handle' names the type Fixtures.Plain.None, which Fixtures.Plain does not have; it has Fixtures.Plain.Batches, Fixtures.Plain.Echo, Fixtures.Plain.ExitsAtStart, Fixtures.Plain.FailsToStart, Fixtures.Plain.Gate, Fixtures.Plain.Misbehaves, Fixtures.Plain.Sockets, Fixtures.Plain.StartsSlowly, Fixtures.Plain.Throws, Fixtures.Plain.Web.")]
    [InlineData("WithCore", "Fixtures.WithCore::Fixtures.WithCore.InheritedHandler::Run", "The handler 'Fixtures.WithCore::Fixtures.WithCore.InheritedHandler::Run' names the method Run, which Fixtures.WithCore.InheritedHandler does not have; it has FunctionHandler.")]
    [InlineData("Plain", "Fixtures.Plain::Fixtures.Plain.Echo::Overloaded", "The handler 'Fixtures.Plain::Fixtures.Plain.Echo::Overloaded' is ambiguous: Fixtures.Plain.Echo has several methods named Overloaded.")]
    [InlineData("Plain", "Fixtures.Plain::Fixtures.Plain.Echo::TooMany", "The handler 'Fixtures.Plain::Fixtures.Plain.Echo::TooMany' cannot be called: it takes 3 parameters; at most an event and an ILambdaContext can be given.")]
    [InlineData("Plain", "Fixtures.Plain::Fixtures.Plain.Echo::Typed", "The method Typed uses System.Int32, and neither it nor its assembly names a serializer with [LambdaSerializer]; only Stream works without one.")]
    [InlineData("Plain", "Fixtures.Plain::Fixtures.Plain.Misbehaves::AsyncVoid", "The handler 'Fixtures.Plain::Fixtures.Plain.Misbehaves::AsyncVoid' cannot be called: it is async void, so nobody would know when it ends; return Task.")]
    public async Task The_error_of_the_first_invocation_explains_the_handler(string project, string handler, string message)
    {
        await using var harness = await RunnerHarness.StartAsync(functions.Package(project, handler));

        var result = await harness.InvokeAsync();

        var error = JsonElement.Parse(result.Payload.Span);
        Assert.Equal("LambdaValidationException", error.GetProperty("errorType").GetString());
        Assert.Equal(message, error.GetProperty("errorMessage").GetString());
    }
}
