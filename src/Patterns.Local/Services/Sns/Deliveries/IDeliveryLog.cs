namespace Patterns.Local.Services.Sns.Deliveries;

/// <summary>Learns what becomes of every message of every subscription. Called from many threads, without payloads; must not throw.</summary>
internal interface IDeliveryLog
{
    void Record(DeliveryRecord record);
}
