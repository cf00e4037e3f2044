namespace Patterns.DataProcessing;

/// <summary>A part with its result.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Result">What the mapper made of it.</param>
/// <typeparam name="TPartResult">The result's type.</typeparam>
public sealed record LoadedPart<TPartResult>(int Number, TPartResult Result);
