using Patterns.Local.Functions;
using Patterns.Local.Functions.Handlers;

namespace Patterns.Local.Tests.Functions;

public sealed class HandlerCheckTests(FixtureFunctions functions) : IClassFixture<FixtureFunctions>
{
    [Theory]
    [InlineData("Plain", "Fixtures.Plain::Fixtures.Plain.Echo::Handle")]
    [InlineData("WithCore", "Fixtures.WithCore::Fixtures.WithCore.InheritedHandler::FunctionHandler")]
    [InlineData("Executable", "bootstrap")]
    public void A_handler_that_exists_passes(string project, string handler) => HandlerCheck.Check(functions.Package(project, handler));

    [Theory]
    [InlineData("Plain", "Fixtures.Plain::Handle", "the handler 'Fixtures.Plain::Handle' is not of the form Assembly::Namespace.Type::Method")]
    [InlineData("Plain", "Fixtures.Plain::Fixtures.Plain.Echo::", "the handler 'Fixtures.Plain::Fixtures.Plain.Echo::' names no method")]
    [InlineData("Plain", "Fixtures.Plain::Fixtures.Plain.Echo::Overloaded", "the handler 'Fixtures.Plain::Fixtures.Plain.Echo::Overloaded' is ambiguous: Fixtures.Plain.Echo has 2 methods named Overloaded")]
    [InlineData("Plain", "Fixtures.Plain::Fixtures.Plain.Echo::TooMany", "the handler 'Fixtures.Plain::Fixtures.Plain.Echo::TooMany' takes 3 parameters; at most an event and an ILambdaContext can be given")]
    [InlineData("WithCore", "Fixtures.WithCore::Fixtures.WithCore.InheritedHandler::Handler", "the handler 'Fixtures.WithCore::Fixtures.WithCore.InheritedHandler::Handler' names the method Handler, which Fixtures.WithCore.InheritedHandler does not have; it has FunctionHandler")]
    [InlineData("WithCore", "Fixtures.WithCore::Fixtures.WithCore.Missing::X", "the handler 'Fixtures.WithCore::Fixtures.WithCore.Missing::X' names the type Fixtures.WithCore.Missing, which Fixtures.WithCore does not have; it has Fixtures.WithCore.ContextHandler, Fixtures.WithCore.InheritedHandler, Fixtures.WithCore.Order, Fixtures.WithCore.TypedHandler")]
    public void A_handler_that_does_not_exist_is_explained(string project, string handler, string problem)
    {
        var error = Assert.Throws<FunctionException>(() => HandlerCheck.Check(functions.Package(project, handler)));

        Assert.Equal($"template.yaml: {problem}.", error.Message);
    }

    [Fact]
    public void A_missing_assembly_is_explained_with_those_that_are_there()
    {
        var package = functions.Package("Plain", "Other::Other.Type::Method");

        var error = Assert.Throws<FunctionException>(() => HandlerCheck.Check(package));

        Assert.Equal($"template.yaml: the handler 'Other::Other.Type::Method' names the assembly Other, which is not in {package.Directory}; there is Fixtures.Plain.", error.Message);
    }
}
