using Patterns.Local.Cli.Output;
using Patterns.Local.Stacks;

namespace Patterns.Local.Cli;

/// <summary>Says where the endpoint is and how an SDK gets there.</summary>
internal static class EndpointReport
{
    public static void Write(IScreen screen, Runner runner)
    {
        var aws = runner.Account.Aws;
        screen.Line();
        screen.Line(new Piece("  Endpoint   ", Tone.Quiet), new Piece(runner.Endpoint, Tone.Strong), new Piece($"   {aws.Region}, account {aws.AccountId}, any credentials", Tone.Quiet));
        screen.Line(new Piece("  SDK, CLI   ", Tone.Quiet), new Piece($"export AWS_ENDPOINT_URL={runner.Endpoint} AWS_REGION={aws.Region} AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local"));
        screen.Line();
    }
}
