using System.Text;

namespace Patterns.FanOut.Tests.FanOut;

public sealed class FanOutHandlerTests
{
    private readonly InMemoryDestination _billing = new("billing");
    private readonly InMemoryDestination _shipping = new("shipping");
    private readonly InMemoryDestination _analytics = new("analytics");

    [Fact]
    public async Task Every_destination_gets_an_exact_copy_with_the_messages_own_id()
    {
        const string body = """{"id":"a","unknown":[1,2,3]}""";

        var reply = await Handler().RunAsync(new SqsRecord(body) { MessageId = "m-1" });

        Assert.Empty(reply.FailedIds());
        foreach (var destination in new[] { _billing, _shipping, _analytics })
        {
            var copy = Assert.Single(destination.Received);
            Assert.Equal(body, Encoding.UTF8.GetString(copy.Body.Span));
            Assert.Equal("m-1", copy.Id);
        }
    }

    [Fact]
    public async Task A_route_gets_only_the_messages_that_it_wants_in_the_form_that_it_wants()
    {
        var handler = new OrderFanOut(new FanOutOptions<Order>
        {
            Routes =
            [
                FanOutRoutes.Mapped(_billing, (Order order) => new Invoice(order.Id, order.Total), OrderJson.Default.Invoice),
                new FanOutRoute<Order>(_shipping) { When = order => order.Country == "DE" },
            ],
        });

        await handler.RunAsync(Record("1", """{"id":"a","country":"DE","total":5}"""), Record("2", """{"id":"b","country":"US","total":7}"""));

        Assert.Equal(["""{"order":"a","amount":5}""", """{"order":"b","amount":7}"""], Bodies(_billing));
        Assert.Equal(["1"], _shipping.Received.Select(copy => copy.Id));
    }

    [Fact]
    public async Task The_recipient_list_is_made_from_the_messages_content()
    {
        var byCountry = new Dictionary<string, InMemoryDestination> { ["DE"] = new("de"), ["US"] = new("us") };
        var handler = new OrderFanOut(new FanOutOptions<Order> { Recipients = order => [byCountry[order.Country!]] });

        await handler.RunAsync(Record("1", """{"id":"a","country":"DE"}"""), Record("2", """{"id":"b","country":"US"}"""));

        Assert.Equal("1", Assert.Single(byCountry["DE"].Received).Id);
        Assert.Equal("2", Assert.Single(byCountry["US"].Received).Id);
    }

    [Fact]
    public async Task A_recipient_that_is_a_route_already_gets_one_copy()
    {
        var handler = new OrderFanOut(new FanOutOptions<Order>
        {
            Routes = [new FanOutRoute<Order>(_billing)],
            Recipients = _ => [_billing, _shipping, _shipping],
        });

        await handler.RunAsync(Record("1", """{"id":"a"}"""));

        Assert.Single(_billing.Received);
        Assert.Single(_shipping.Received);
    }

    [Fact]
    public async Task A_recipient_that_is_named_twice_and_fails_is_reported_once()
    {
        _billing.Refuse = envelope => new SendFailure(envelope, "InternalError", "down", IsRetryable: true);
        var handler = new OrderFanOut(new FanOutOptions<Order>
        {
            Routes = [new FanOutRoute<Order>(_billing)],
            Recipients = _ => [_billing, _billing],
            Outbound = new OutboundOptions { MaxAttempts = 1 },
        });

        var exception = await Assert.ThrowsAsync<FanOutException>(() => handler.FunctionHandler(Events.Direct("""{"id":"a"}"""), new FakeLambdaContext()));

        Assert.Equal(["billing"], exception.Failures.Keys);
    }

    [Fact]
    public async Task Without_any_destination_a_message_is_taken_and_goes_nowhere()
    {
        var reply = await new OrderFanOut(new FanOutOptions<Order>()).RunAsync(Record("1", """{"id":"a"}"""));

        Assert.Empty(reply.FailedIds());
    }

    [Fact]
    public async Task A_destination_that_fails_does_not_keep_the_others_from_their_copies_and_is_named()
    {
        _shipping.Refuse = envelope => new SendFailure(envelope, "InternalError", "down", IsRetryable: true);
        var context = new FakeLambdaContext();

        var reply = await Handler(new OutboundOptions { MaxAttempts = 1 }).RunAsync(context, Record("1", """{"id":"a"}"""));

        Assert.Equal(["1"], reply.FailedIds());
        Assert.Single(_billing.Received);
        Assert.Single(_analytics.Received);
        Assert.Contains(context.Log.Lines, line => line.EndsWith("FanOutException"));
    }

    [Fact]
    public async Task The_exception_names_who_has_the_message_and_who_has_not()
    {
        _shipping.Refuse = envelope => new SendFailure(envelope, "InternalError", "down", IsRetryable: true);
        var handler = Handler(new OutboundOptions { MaxAttempts = 1 });

        var exception = await Assert.ThrowsAsync<FanOutException>(() => handler.FunctionHandler(Events.Direct("""{"id":"a"}"""), new FakeLambdaContext { AwsRequestId = "r-1" }));

        Assert.Equal("Message r-1 was not taken by shipping (InternalError); it was taken by billing, analytics.", exception.Message);
        Assert.Equal(["shipping"], exception.Failures.Keys);
        Assert.True(exception.IsRetryable);
    }

    [Fact]
    public async Task With_a_ledger_a_retry_sends_only_to_those_that_failed()
    {
        var ledger = new MemoryLedger();
        var handler = Handler(new OutboundOptions { MaxAttempts = 1 }, ledger);
        _shipping.Refuse = envelope => new SendFailure(envelope, "InternalError", "down", IsRetryable: true);
        await handler.RunAsync(Record("1", """{"id":"a"}"""));
        _shipping.Refuse = _ => null;

        var reply = await handler.RunAsync(Record("1", """{"id":"a"}"""));

        Assert.Empty(reply.FailedIds());
        Assert.Single(_billing.Received);
        Assert.Single(_analytics.Received);
        Assert.Single(_shipping.Received);
    }

    [Fact]
    public async Task Records_of_one_batch_share_their_calls_of_the_ledger()
    {
        var ledger = new MemoryLedger();
        var records = Enumerable.Range(0, 100).Select(n => Record($"{n}", $$"""{"id":"{{n}}"}""")).ToArray();

        await Handler(ledger: ledger).RunAsync(records);

        Assert.Equal(100, (await ledger.FindAsync([.. records.Select(record => record.MessageId!)], default)).Count(found => found.Count == 3));
        Assert.True(ledger.Calls < 200, $"{ledger.Calls} calls for 100 messages");
    }

    [Fact]
    public async Task What_a_second_attempt_delivers_is_noted_together_with_what_the_first_one_did()
    {
        var ledger = new MemoryLedger();
        var handler = Handler(new OutboundOptions { MaxAttempts = 1 }, ledger);
        _shipping.Refuse = envelope => new SendFailure(envelope, "InternalError", "down", IsRetryable: true);
        await handler.RunAsync(Record("1", """{"id":"a"}"""));
        _shipping.Refuse = _ => null;

        await handler.RunAsync(Record("1", """{"id":"a"}"""));

        Assert.Equal(["billing", "analytics", "shipping"], (await ledger.FindAsync(["1"], default))[0]);
    }

    [Fact]
    public async Task Copies_that_arrived_before_the_deadline_are_noted_after_it()
    {
        var time = new FakeTimeProvider();
        var ledger = new MemoryLedger();
        var hanging = new HangingDestination();
        var handler = new OrderFanOut(
            new FanOutOptions<Order>
            {
                Routes = [new FanOutRoute<Order>(_billing), new FanOutRoute<Order>(hanging) { When = order => order.Id == "a" }],
                Ledger = ledger,
            },
            new RecordHandlerOptions { Time = time });

        var run = handler.RunAsync(new FakeLambdaContext(TimeSpan.FromSeconds(10), time), Record("1", """{"id":"a"}"""));
        await hanging.Asked;
        await handler.RunAsync(Record("behind the first one in the queue to billing", """{"id":"b"}"""));
        time.Advance(TimeSpan.FromSeconds(9));

        Assert.Equal(["1"], (await run).FailedIds());
        Assert.Equal(["billing"], (await ledger.FindAsync(["1"], default))[0]);
    }

    [Fact]
    public async Task A_destination_that_refuses_the_caller_is_not_the_messages_fault()
    {
        var failures = new InMemoryDestination("failures");
        _billing.Refuse = _ => throw new DestinationException("AccessDenied", isRetryable: false);
        var handler = new OrderFanOut(
            new FanOutOptions<Order> { Routes = [new FanOutRoute<Order>(_billing)] },
            new RecordHandlerOptions { FailureDestination = failures });

        var reply = await handler.RunAsync(Record("1", """{"id":"a"}"""));

        Assert.Equal(["1"], reply.FailedIds());
        Assert.Empty(failures.Received);
    }

    [Fact]
    public async Task A_message_that_no_destination_can_take_is_poison()
    {
        var failures = new InMemoryDestination("failures");
        _billing.Refuse = envelope => new SendFailure(envelope, "InvalidMessageContents", "no", IsRetryable: false);
        var handler = new OrderFanOut(
            new FanOutOptions<Order> { Routes = [new FanOutRoute<Order>(_billing)] },
            new RecordHandlerOptions { FailureDestination = failures });

        var reply = await handler.RunAsync(Record("1", """{"id":"a"}"""));

        Assert.Empty(reply.FailedIds());
        Assert.Single(failures.Received);
    }

    [Fact]
    public async Task A_mapping_that_throws_fails_its_route_alone()
    {
        var handler = new OrderFanOut(new FanOutOptions<Order>
        {
            Routes =
            [
                FanOutRoutes.Mapped(_billing, (Order _) => throw new FormatException("no amount"), OrderJson.Default.Invoice),
                new FanOutRoute<Order>(_shipping),
            ],
        });

        var reply = await handler.RunAsync(Record("1", """{"id":"a"}"""));

        Assert.Equal(["1"], reply.FailedIds());
        Assert.Single(_shipping.Received);
    }

    [Fact]
    public async Task A_condition_that_throws_fails_its_route_alone()
    {
        var handler = new OrderFanOut(new FanOutOptions<Order>
        {
            Routes =
            [
                new FanOutRoute<Order>(_billing) { When = _ => throw new FormatException("no country") },
                new FanOutRoute<Order>(_shipping),
            ],
        });

        var reply = await handler.RunAsync(Record("1", """{"id":"a"}"""));

        Assert.Equal(["1"], reply.FailedIds());
        Assert.Empty(_billing.Received);
        Assert.Single(_shipping.Received);
    }

    [Fact]
    public async Task A_mapping_that_makes_an_envelope_which_cannot_be_written_diverts_no_other_message()
    {
        var failures = new InMemoryDestination("failures");
        var invalid = new Dictionary<string, string> { ["ce-id"] = "x" };
        var route = new FanOutRoute<Order>(_billing)
        {
            Map = (order, envelope) => order.Id == "5" ? envelope with { Attributes = invalid } : envelope,
        };
        var handler = new OrderFanOut(new FanOutOptions<Order> { Routes = [route] }, new RecordHandlerOptions { FailureDestination = failures });

        var reply = await handler.RunAsync([.. Enumerable.Range(0, 10).Select(n => Record($"{n}", $$"""{"id":"{{n}}"}"""))]);

        Assert.Empty(reply.FailedIds());
        Assert.Equal("5", Assert.Single(failures.Received).CausationId);
        Assert.Equal(9, _billing.Received.Count);
    }

    [Fact]
    public async Task Records_of_one_batch_share_their_requests()
    {
        var records = Enumerable.Range(0, 10).Select(n => Record($"{n}", $$"""{"id":"{{n}}"}""")).ToArray();

        await Handler().RunAsync(records);

        Assert.Equal(10, _billing.Received.Count);
        Assert.True(_billing.Requests.Count < 10, $"{_billing.Requests.Count} requests for 10 messages");
    }

    [Fact]
    public async Task A_copy_continues_the_messages_conversation_and_trace()
    {
        const string trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        var attributes = new Dictionary<string, string>
        {
            ["traceparent"] = trace,
            ["ce-correlationid"] = "c-1",
            ["ce-causationid"] = "m-0",
            ["ce-type"] = "order.placed",
            ["country"] = "DE",
        };

        await Handler().RunAsync(new SqsRecord("""{"id":"a"}""") { MessageId = "m-1", Attributes = attributes });

        var copy = _billing.Received[0];
        Assert.Equal((trace, "c-1", "m-0", "order.placed"), (copy.TraceParent, copy.CorrelationId, copy.CausationId, copy.Type));
        Assert.Equal("DE", copy.Attributes["country"]);
    }

    [Fact]
    public async Task A_copy_keeps_the_id_and_source_that_the_message_has_as_a_cloud_event()
    {
        var attributes = new Dictionary<string, string> { ["ce-id"] = "m-1", ["ce-source"] = "shop" };

        await Handler().RunAsync(new SqsRecord("""{"id":"a"}""") { MessageId = "1", Attributes = attributes });

        var copy = Assert.Single(_billing.Received);
        Assert.Equal(("m-1", "shop"), (copy.Id, copy.Source));
    }

    [Fact]
    public void Two_routes_of_one_name_fail_the_cold_start()
    {
        var exception = Assert.Throws<OptionsException>(() => new OrderFanOut(new FanOutOptions<Order>
        {
            Routes = [new FanOutRoute<Order>(_billing), new FanOutRoute<Order>(_billing)],
        }));

        Assert.Equal("FanOutOptions: The route name 'billing' is used 2 times; give each route its own Name.", exception.Message);
    }

    private static SqsRecord Record(string id, string body) => new(body) { MessageId = id };

    private static IEnumerable<string> Bodies(InMemoryDestination destination) =>
        destination.Received.OrderBy(copy => copy.Id).Select(copy => Encoding.UTF8.GetString(copy.Body.Span));

    private OrderFanOut Handler(OutboundOptions? outbound = null, IDeliveryLedger? ledger = null) => new(new FanOutOptions<Order>
    {
        Routes = [new FanOutRoute<Order>(_billing), new FanOutRoute<Order>(_shipping), new FanOutRoute<Order>(_analytics)],
        Outbound = outbound ?? new OutboundOptions(),
        Ledger = ledger,
    });
}
