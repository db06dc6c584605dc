using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Detente.Node.Http;

/// <summary>Sends answers, and sends them again to who asks again.</summary>
public sealed class Delivery(AnswerCache cache)
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<Answer?>> _underWay = new(StringComparer.Ordinal);

    /// <summary>Answers a GET or HEAD from what is kept, else lets it be worked out: once, however many ask meanwhile.</summary>
    public async Task Middleware(HttpContext context, RequestDelegate next)
    {
        if (!IsRead(context.Request))
        {
            await next(context);
            return;
        }

        var address = AddressOf(context.Request);
        if (cache.Find(address) is { } kept)
        {
            await Send(context, kept);
            return;
        }

        var mine = new TaskCompletionSource<Answer?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = _underWay.GetOrAdd(address, mine);
        if (first != mine && await first.Task.WaitAsync(context.RequestAborted) is { } shared)
        {
            await Send(context, shared);
            return;
        }

        await WorkOut(context, next, address, mine);
    }

    // Who waited for an answer that never came works it out for himself.
    private async Task WorkOut(HttpContext context, RequestDelegate next, string address, TaskCompletionSource<Answer?> mine)
    {
        Answer? answer = null;
        try
        {
            var epoch = cache.Epoch();
            await next(context);
            answer = context.Features.Get<Answer>() is { IsKept: true, Status: StatusCodes.Status200OK } whole ? whole : null;
            if (answer is not null)
            {
                cache.Keep(address, epoch, answer);
            }
        }
        finally
        {
            _underWay.TryRemove(new KeyValuePair<string, TaskCompletionSource<Answer?>>(address, mine));
            mine.SetResult(answer);
        }
    }

    /// <summary>An endpoint's result.</summary>
    public static IResult Of(Answer answer) => new Sent(answer);

    /// <summary>Sends an answer, or 304 where the reader has it already (RFC 9110, 13.1.2).</summary>
    public static async Task Send(HttpContext context, Answer answer)
    {
        var response = context.Response;
        response.Headers.ETag = answer.ETag;
        response.Headers.CacheControl = answer.IsKept ? "private, no-cache" : "no-store";
        if (answer.Link is { } link)
        {
            response.Headers.Link = link;
        }

        if (answer.Status == StatusCodes.Status200OK && IsRead(context.Request) && Matches(context.Request, answer))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        if (answer.FileName is { } name)
        {
            response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        }

        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(answer.Body, context.RequestAborted);
        }
    }

    private static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    // Weak comparison: a proxy may have made a tag weak.
    private static bool Matches(HttpRequest request, Answer answer) => request.Headers.IfNoneMatch
        .SelectMany(line => (line ?? "").Split(',')).Select(tag => tag.Trim()).Any(tag => tag == "*" || tag == answer.ETag || tag == $"W/{answer.ETag}");

    private static string AddressOf(HttpRequest request) => request.QueryString.HasValue ? $"{request.Path.Value}{request.QueryString.Value}" : request.Path.Value!;

    private sealed class Sent(Answer answer) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Features.Set(answer);
            return Send(httpContext, answer);
        }
    }
}
