using Detente.Record.Tiles;

namespace Detente.Node.Logs;

/// <summary>How a log works.</summary>
internal sealed record LogOptions
{
    /// <summary>How long after one checkpoint the next is made, if there are entries for it.</summary>
    public TimeSpan PublishEvery { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How many entries may wait to be kept; whoever brings another waits too.</summary>
    public int MaxWaiting { get; init; } = 1 << 16;

    /// <summary>How many bytes of entries may be kept and not yet published; after that, keeping waits for publishing.</summary>
    public long MaxUnpublishedBytes { get; init; } = 256 << 20;
}

/// <summary>
/// A log that many bring entries to at once. Entries that arrive while the disk is busy with others are kept together, by
/// one sync; checkpoints are made beside that, by another thread.
/// </summary>
/// <threadsafety>Every member may be called by any thread.</threadsafety>
internal sealed class Log : IAsyncDisposable
{
    private readonly LogWriter writer;
    private readonly LogOptions options;
    private readonly SemaphoreSlim room;
    private readonly Thread keeper;
    private readonly Thread publisher;
    private readonly Thread indexer;

    /// <summary>Guards what follows.</summary>
    private readonly object gate = new();
    private List<Waiting> queue = [];
    private TaskCompletionSource publication = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ulong published;
    private bool isClosing;
    private bool isKept;
    private bool isPublished;
    private LogStoppedException? failure;

    /// <param name="writer">The log, opened. It is disposed of with this.</param>
    /// <param name="options">How it works.</param>
    public Log(LogWriter writer, LogOptions options)
    {
        this.writer = writer;
        this.options = options;
        published = writer.Published;
        room = new SemaphoreSlim(options.MaxWaiting);
        keeper = new Thread(Keep) { IsBackground = true, Name = "log keeper" };
        publisher = new Thread(Publish) { IsBackground = true, Name = "log publisher" };
        indexer = new Thread(Index) { IsBackground = true, Name = "log indexer" };
        keeper.Start();
        publisher.Start();
        indexer.Start();
    }

    /// <summary>Why it stopped; <c>null</c> while it runs.</summary>
    public LogStoppedException? Failure
    {
        get
        {
            lock (gate)
            {
                return failure;
            }
        }
    }

    /// <summary>Keeps an entry: it is durable when the task ends, with its index. Its bytes are copied, and may be used for something else at once.</summary>
    /// <exception cref="ArgumentException">The entry is longer than an entry may be.</exception>
    /// <exception cref="LogStoppedException">The log stopped; the entry may or may not be kept.</exception>
    /// <exception cref="ObjectDisposedException">The log was closed; the entry is not kept.</exception>
    public async Task<ulong> AppendAsync(ReadOnlyMemory<byte> entry, CancellationToken cancellation = default)
    {
        if (entry.Length > EntryBundle.MaxEntryLength)
        {
            throw new ArgumentException($"An entry has at most {EntryBundle.MaxEntryLength} bytes, not {entry.Length}.", nameof(entry));
        }

        await room.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var waiting = new Waiting(entry.ToArray());
            lock (gate)
            {
                ThrowIfStopped();
                ObjectDisposedException.ThrowIf(isClosing, this);
                queue.Add(waiting);
                if (queue.Count == 1)
                {
                    Monitor.PulseAll(gate);
                }
            }

            return await waiting.Kept.Task.ConfigureAwait(false);
        }
        finally
        {
            room.Release();
        }
    }

    /// <summary>Waits until a published checkpoint holds the entry at an index.</summary>
    /// <returns>How many entries that checkpoint holds.</returns>
    /// <exception cref="LogStoppedException">The log stopped before.</exception>
    /// <exception cref="ObjectDisposedException">The log was closed, and never held that entry.</exception>
    public async Task<ulong> PublishedAsync(ulong index)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (published > index)
                {
                    return published;
                }

                ThrowIfStopped();
                ObjectDisposedException.ThrowIf(isPublished, this);
                next = publication.Task;
            }

            await next.ConfigureAwait(false);
        }
    }

    /// <summary>Keeps and publishes what waits, then closes the log.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (gate)
        {
            isClosing = true;
            Monitor.PulseAll(gate);
        }

        await Task.Run(() =>
        {
            keeper.Join();
            publisher.Join();
            indexer.Join();
        }).ConfigureAwait(false);

        // The semaphore is left to the collector: those who wait at it, and those whose entry was kept a moment ago, still come by.
        writer.Dispose();
    }

    /// <summary>About how many bytes are kept together.</summary>
    private const long MaxBatchBytes = 8 << 20;

    private void Keep()
    {
        while (Take() is { } batch)
        {
            try
            {
                var index = writer.Append([.. batch.Select(waiting => waiting.Entry)]);
                foreach (var waiting in batch)
                {
                    waiting.Kept.SetResult(index++);
                }
            }
            catch (Exception cause)
            {
                Stop(cause, batch);
            }
        }

        lock (gate)
        {
            isKept = true;
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Everything that waits, once something does; <c>null</c> once nothing more will come.</summary>
    private List<Waiting>? Take()
    {
        lock (gate)
        {
            while (failure is null && (queue.Count == 0 ? !isClosing : writer.UnpublishedBytes > options.MaxUnpublishedBytes))
            {
                Monitor.Wait(gate);
            }

            if (failure is not null || queue.Count == 0)
            {
                return null;
            }

            var count = 0;
            for (var bytes = 0L; count < queue.Count && bytes < MaxBatchBytes; count++)
            {
                bytes += queue[count].Entry.Length;
            }

            var batch = queue[..count];
            queue = queue[count..];
            return batch;
        }
    }

    private void Publish()
    {
        var last = false;
        while (!last)
        {
            lock (gate)
            {
                // Woken early only by what ends the waiting: entries that arrive do not bring the next checkpoint nearer.
                for (var until = Environment.TickCount64 + (long)options.PublishEvery.TotalMilliseconds; !isKept && failure is null && until > Environment.TickCount64;)
                {
                    Monitor.Wait(gate, TimeSpan.FromMilliseconds(Math.Max(1, until - Environment.TickCount64)));
                }

                last = isKept;
                if (failure is not null)
                {
                    return;
                }
            }

            try
            {
                Announce(writer.Publish());
            }
            catch (Exception cause)
            {
                Stop(cause, []);
            }
        }

        TaskCompletionSource done;
        lock (gate)
        {
            isPublished = true;
            done = publication;
            Monitor.PulseAll(gate);
        }

        done.TrySetResult();
    }

    /// <summary>The index takes whatever was published while it was busy: many leaves at once cost it little more than few.</summary>
    private void Index()
    {
        for (ulong indexed = 0; ;)
        {
            lock (gate)
            {
                while (published == indexed && !isPublished && failure is null)
                {
                    Monitor.Wait(gate);
                }

                if (failure is not null || (isPublished && published == indexed))
                {
                    return;
                }

                indexed = published;
            }

            try
            {
                writer.Index();
            }
            catch (Exception cause)
            {
                Stop(cause, []);
            }
        }
    }

    private void Announce(ulong size)
    {
        TaskCompletionSource done;
        lock (gate)
        {
            if (size == published)
            {
                return;
            }

            published = size;
            done = publication;
            publication = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Monitor.PulseAll(gate);
        }

        done.SetResult();
    }

    private void Stop(Exception cause, List<Waiting> batch)
    {
        List<Waiting> left;
        TaskCompletionSource done;
        lock (gate)
        {
            failure ??= cause as LogStoppedException ?? new LogStoppedException(cause);
            left = queue;
            queue = [];
            done = publication;
            Monitor.PulseAll(gate);
        }

        foreach (var waiting in batch.Concat(left))
        {
            waiting.Kept.TrySetException(failure);
        }

        done.TrySetResult();
    }

    private void ThrowIfStopped()
    {
        if (failure is not null)
        {
            throw new LogStoppedException(failure.InnerException!);
        }
    }

    private sealed class Waiting(ReadOnlyMemory<byte> entry)
    {
        public ReadOnlyMemory<byte> Entry { get; } = entry;

        public TaskCompletionSource<ulong> Kept { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
