using Patterns.Cqrs;

namespace Patterns.Aws.Tests.Cqrs;

/// <summary>A hall has so many seats; the state is how many are taken.</summary>
internal sealed class HallDecider(int seats) : Decider<int, Booking, Booking>
{
    public override int Initial => 0;

    public override IEnumerable<Booking> Decide(int state, Booking command) => state + command.Seats <= seats
        ? [command]
        : throw new CommandRefusedException("sold-out", "There are not that many seats left.");

    public override int Evolve(int state, Booking happened) => state + happened.Seats;
}
