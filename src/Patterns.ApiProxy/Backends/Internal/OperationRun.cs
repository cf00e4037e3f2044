using Amazon.Lambda.Core;
using Patterns.Facade;
using Patterns.Http.Internal;

namespace Patterns.Backends.Internal;

/// <summary>What one request is answered with.</summary>
internal sealed record OperationRun(TimeBudget Budget, BackendOptions Options, FacadeOptions Plans, ILambdaLogger? Logger);
