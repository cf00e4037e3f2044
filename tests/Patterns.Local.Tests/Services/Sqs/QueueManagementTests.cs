using Patterns.Local.Services.Sqs;
using static Patterns.Local.Tests.Services.Sqs.QueueExtensions;

namespace Patterns.Local.Tests.Services.Sqs;

public sealed class QueueManagementTests
{
    private readonly SqsFixture _sqs = new();

    [Fact]
    public void A_queue_is_found_by_name_url_and_arn()
    {
        var queue = _sqs.Standard();

        Assert.Equal("http://127.0.0.1:4566/000000000000/orders", queue.Url);
        Assert.Equal("arn:aws:sqs:eu-west-1:000000000000:orders", queue.Arn);
        Assert.Same(queue, _sqs.Service.Find("orders"));
        Assert.Same(queue, _sqs.Service.Find(queue.Url));
        Assert.Same(queue, _sqs.Service.Find("https://sqs.eu-west-1.amazonaws.com/000000000000/orders"));
        Assert.True(_sqs.Service.TryFindByArn(queue.Arn, out var byArn));
        Assert.Same(queue, byArn);
    }

    [Theory]
    [InlineData("")]
    [InlineData("missing")]
    [InlineData("http://127.0.0.1:4566/000000000000/missing")]
    [InlineData("http://127.0.0.1:4566/111111111111/orders")]
    public void A_queue_that_does_not_exist_is_named_so(string nameOrUrl)
    {
        _sqs.Standard();

        var error = Refused(() => _sqs.Service.Find(nameOrUrl));

        Assert.Equal(("QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue"), (error.Code, error.QueryCode));
        Assert.Equal("The specified queue does not exist.", error.Message);
    }

    [Fact]
    public void Creating_a_queue_again_gives_it_back_unless_an_attribute_differs()
    {
        var queue = _sqs.Standard("q", ("DelaySeconds", "5"));

        Assert.Same(queue, _sqs.Standard("q"));
        Assert.Same(queue, _sqs.Standard("q", ("DelaySeconds", "5")));
        var error = Refused(() => _sqs.Standard("q", ("DelaySeconds", "6")));
        Assert.Equal(("QueueNameExists", "QueueAlreadyExists"), (error.Code, error.QueryCode));
        Assert.Equal("A queue already exists with the same name and a different value for attribute DelaySeconds", error.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("dot.ted")]
    [InlineData("orders.fifo")]
    public void A_queue_name_is_1_to_80_letters_digits_hyphens_and_underscores(string name)
    {
        var error = Refused(() => _sqs.Standard(name));

        Assert.Equal("Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length", error.Message);
        Refused(() => _sqs.Standard(new string('a', 81)));
        _sqs.Standard(new string('a', 80));
    }

    [Fact]
    public void The_name_of_a_fifo_queue_ends_in_fifo()
    {
        Refused(() => _sqs.Fifo("orders"));
        Refused(() => _sqs.Fifo(".fifo"));
        Refused(() => _sqs.Fifo(new string('a', 76) + ".fifo"));

        Assert.True(_sqs.Fifo(new string('a', 75) + ".fifo").IsFifo);
    }

    [Theory]
    [InlineData("FifoQueue", "false", "Unknown Attribute FifoQueue.")]
    [InlineData("ContentBasedDeduplication", "true", "Unknown Attribute ContentBasedDeduplication.")]
    [InlineData("DeduplicationScope", "queue", "You can specify the DeduplicationScope only when FifoQueue is set to true.")]
    [InlineData("FifoThroughputLimit", "perQueue", "You can specify the FifoThroughputLimit only when FifoQueue is set to true.")]
    [InlineData("Colour", "red", "Unknown Attribute Colour.")]
    public void A_standard_queue_refuses_attributes_that_it_does_not_have(string name, string value, string message)
    {
        var error = Refused(() => _sqs.Standard("q", (name, value)));

        Assert.Equal(("InvalidAttributeName", message), (error.Code, error.Message));
    }

    [Theory]
    [InlineData("VisibilityTimeout", "43201")]
    [InlineData("VisibilityTimeout", "-1")]
    [InlineData("DelaySeconds", "901")]
    [InlineData("MessageRetentionPeriod", "59")]
    [InlineData("MessageRetentionPeriod", "1209601")]
    [InlineData("ReceiveMessageWaitTimeSeconds", "21")]
    [InlineData("MaximumMessageSize", "1023")]
    [InlineData("MaximumMessageSize", "1048577")]
    [InlineData("SqsManagedSseEnabled", "maybe")]
    [InlineData("DelaySeconds", "")]
    public void Attribute_values_out_of_range_are_refused(string name, string value)
    {
        var error = Refused(() => _sqs.Standard("q", (name, value)));

        Assert.Equal(("InvalidAttributeValue", $"Invalid value for the parameter {name}."), (error.Code, error.Message));
    }

    [Fact]
    public void A_queue_shows_its_attributes_with_their_defaults()
    {
        var queue = _sqs.Standard();
        queue.Send("a");
        queue.Send("b", delaySeconds: 5);

        Assert.Equal(
            new SortedDictionary<string, string>
            {
                ["ApproximateNumberOfMessages"] = "1",
                ["ApproximateNumberOfMessagesDelayed"] = "1",
                ["ApproximateNumberOfMessagesNotVisible"] = "0",
                ["CreatedTimestamp"] = "1767323045",
                ["DelaySeconds"] = "0",
                ["LastModifiedTimestamp"] = "1767323045",
                ["MaximumMessageSize"] = "1048576",
                ["MessageRetentionPeriod"] = "345600",
                ["QueueArn"] = queue.Arn,
                ["ReceiveMessageWaitTimeSeconds"] = "0",
                ["SqsManagedSseEnabled"] = "true",
                ["VisibilityTimeout"] = "30",
            },
            new SortedDictionary<string, string>(queue.Attributes()));
    }

    [Fact]
    public void A_fifo_queue_shows_its_own_attributes_too()
    {
        var attributes = _sqs.Fifo().Attributes();

        Assert.Equal("true", attributes["FifoQueue"]);
        Assert.Equal("false", attributes["ContentBasedDeduplication"]);
        Assert.Equal("queue", attributes["DeduplicationScope"]);
        Assert.Equal("perQueue", attributes["FifoThroughputLimit"]);
    }

    [Fact]
    public void A_queue_keeps_its_type()
    {
        var unknown = Refused(() => _sqs.Standard().SetAttributes(new Dictionary<string, string> { ["FifoQueue"] = "true" }));
        var changed = Refused(() => _sqs.Fifo().SetAttributes(new Dictionary<string, string> { ["FifoQueue"] = "false" }));

        Assert.Equal("Unknown Attribute FifoQueue.", unknown.Message);
        Assert.Equal("Invalid value for the parameter FifoQueue. Reason: Modifying queue type is not supported.", changed.Message);
    }

    [Fact]
    public void High_throughput_needs_deduplication_by_group() => Assert.Equal(
        "InvalidAttributeValue", Refused(() => _sqs.Fifo("q.fifo", ("FifoThroughputLimit", "perMessageGroupId"))).Code);

    [Fact]
    public void A_change_that_is_refused_changes_nothing()
    {
        var queue = _sqs.Standard();

        Refused(() => queue.SetAttributes(new Dictionary<string, string> { ["DelaySeconds"] = "5", ["VisibilityTimeout"] = "x" }));

        Assert.Equal(TimeSpan.Zero, queue.Settings.Delay);
    }

    [Fact]
    public void A_change_moves_the_time_of_the_last_modification()
    {
        var queue = _sqs.Standard();
        _sqs.Pass(10);

        queue.SetAttributes(new Dictionary<string, string> { ["DelaySeconds"] = "5" });

        Assert.Equal(("1767323045", "1767323055"), (queue.Attributes()["CreatedTimestamp"], queue.Attributes()["LastModifiedTimestamp"]));
    }

    [Fact]
    public void The_name_of_a_deleted_queue_is_free_after_a_minute()
    {
        _sqs.Service.Delete(_sqs.Standard());
        _sqs.Pass(59);

        var error = Refused(() => _sqs.Standard());
        _sqs.Pass(1);
        _sqs.Standard();

        Assert.Equal("You must wait 60 seconds after deleting a queue before you can create another with the same name.", error.Message);
    }

    [Fact]
    public void Relaxed_limits_do_without_the_minutes_of_waiting()
    {
        var sqs = new SqsFixture(SqsLimits.Relaxed);
        sqs.Service.Delete(sqs.Standard());
        var queue = sqs.Standard();

        queue.Purge();
        queue.Purge();
    }

    [Fact]
    public void A_deleted_queue_takes_and_gives_no_messages()
    {
        var queue = _sqs.Standard();
        queue.Send("a");
        _sqs.Service.Delete(queue);

        Assert.Equal("QueueDoesNotExist", Refused(() => queue.Send("b")).Code);
        Assert.Equal("QueueDoesNotExist", Refused(() => queue.Receive(1)).Code);
        Assert.False(_sqs.Service.TryFind("orders", out _));
    }

    [Fact]
    public void Queues_are_listed_by_prefix_in_order()
    {
        _sqs.Standard("b1");
        _sqs.Standard("a");
        _sqs.Standard("b0");

        Assert.Equal(["b0", "b1"], _sqs.Service.List("b").Select(queue => queue.Name));
        Assert.Equal(["a", "b0", "b1"], _sqs.Service.List().Select(queue => queue.Name));
    }

    [Fact]
    public void Tags_are_set_and_removed()
    {
        var queue = _sqs.Service.Create("q", tags: new Dictionary<string, string> { ["a"] = "1" });

        queue.Tags.Set(new Dictionary<string, string> { ["a"] = "2", ["b"] = "3" });
        queue.Tags.Remove(["b", "missing"]);

        Assert.Equal(new Dictionary<string, string> { ["a"] = "2" }, queue.Tags.All);
        var tooMany = Enumerable.Range(0, 51).ToDictionary(i => $"t{i}", i => "");
        Assert.Equal("Too many tags added for queue. Maximum number of tags is 50.", Refused(() => queue.Tags.Set(tooMany)).Message);
    }

    [Fact]
    public void Attributes_of_encryption_are_kept()
    {
        var queue = _sqs.Standard("q", ("KmsMasterKeyId", "alias/key"), ("KmsDataKeyReusePeriodSeconds", "60"));

        Assert.Equal(("alias/key", "60"), (queue.Attributes()["KmsMasterKeyId"], queue.Attributes()["KmsDataKeyReusePeriodSeconds"]));
    }
}
