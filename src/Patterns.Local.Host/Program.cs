using Patterns.Local.Host;

ParentWatch.Start();
return await FunctionHost.RunAsync(args).ConfigureAwait(false);
