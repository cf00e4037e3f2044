// Each demo uses the whole machine, and its patience assumes so.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
