using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Expressions;

/// <summary>What expressions see.</summary>
internal interface IDataScope
{
    /// <summary>What <c>$</c> stands for.</summary>
    JsonData Input { get; }

    /// <summary>The context object, <c>$$</c>.</summary>
    JsonData Context { get; }

    /// <returns>Null when there is no such variable.</returns>
    JsonData? Variable(string name);

    /// <summary>A random number from 0 up to but without 1, for functions without a seed.</summary>
    double NextRandom();
}
