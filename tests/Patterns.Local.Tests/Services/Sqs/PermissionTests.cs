using System.Text.Json;
using Patterns.Local.Services.Sqs;
using Patterns.Local.Services.Sqs.Settings;
using static Patterns.Local.Tests.Services.Sqs.QueueExtensions;

namespace Patterns.Local.Tests.Services.Sqs;

public sealed class PermissionTests
{
    private readonly SqsQueue _queue = new SqsFixture().Standard();

    [Fact]
    public void A_permission_becomes_a_statement_of_the_policy()
    {
        Add("one", ["111122223333"], ["SendMessage"]);
        Add("two", ["111122223333", "444455556666"], ["SendMessage", "ReceiveMessage"]);

        using var policy = JsonDocument.Parse(_queue.Attributes()["Policy"]);
        Assert.Equal("2008-10-17", policy.RootElement.GetProperty("Version").GetString());
        var statements = policy.RootElement.GetProperty("Statement");
        Assert.Equal(
            $$"""{"Sid":"one","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"SQS:SendMessage","Resource":"{{_queue.Arn}}"}""",
            statements[0].GetRawText());
        Assert.Equal(2, statements[1].GetProperty("Action").GetArrayLength());
    }

    [Fact]
    public void Removing_the_last_permission_removes_the_policy()
    {
        Add("one", ["111122223333"], ["*"]);

        Remove("one");

        Assert.False(_queue.Attributes().ContainsKey("Policy"));
    }

    [Fact]
    public void A_label_is_used_once()
    {
        Add("one", ["111122223333"], ["*"]);

        Assert.Equal(
            "Value one for parameter Label is invalid. Reason: Already exists.", Refused(() => Add("one", ["111122223333"], ["*"])).Message);
        Assert.Equal("Value two for parameter Label is invalid. Reason: can't find label.", Refused(() => Remove("two")).Message);
    }

    [Fact]
    public void An_action_must_exist()
    {
        var error = Refused(() => Add("one", ["111122223333"], ["Fly"]));

        Assert.StartsWith("Value SQS:Fly for parameter ActionName is invalid.", error.Message, StringComparison.Ordinal);
        Assert.Equal("OverLimit", Refused(() => Add("one", ["111122223333"], [.. Enumerable.Repeat("*", 8)])).Code);
    }

    private void Add(string label, string[] accounts, string[] actions) =>
        _queue.Change(settings => QueuePermissions.Add(settings, _queue.Arn, label, accounts, actions));

    private void Remove(string label) => _queue.Change(settings => QueuePermissions.Remove(settings, _queue.Arn, label));
}
