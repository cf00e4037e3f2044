namespace Patterns.Local.Services.DynamoDb.Requests;

/// <summary>One write of a batch.</summary>
/// <param name="IsPut">Whether it puts an item; otherwise it deletes a key.</param>
/// <param name="Request">Its parameters, of which only the item or the key counts.</param>
internal sealed record BatchWrite(bool IsPut, ItemRequest Request);
