namespace Patterns.PipesAndFilters;

/// <summary>A message in a pipeline, with the id that says where it comes from.</summary>
/// <param name="Id">
/// The id of the message that entered the pipeline, and for every filter behind it a dot and the position among what the filter made
/// of its input. It is the same at every run, and in every form of the pipeline.
/// </param>
/// <param name="Value">The message.</param>
/// <typeparam name="TMessage">The message.</typeparam>
public readonly record struct Piece<TMessage>(string Id, TMessage Value);
