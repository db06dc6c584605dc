using Detente.Browser.Tests.Harness;

namespace Detente.Browser.Tests.Pages;

/// <summary>What holds of every page, whatever it shows.</summary>
public sealed class PagesTests(Harness.Browser browser, Board board)
{
    /// <summary>Those of the list and what they link to; pages further on are of the same kinds.</summary>
    private const int MostFollowed = 500;

    [Theory]
    [MemberData(nameof(Addresses.All), MemberType = typeof(Addresses))]
    public async Task A_page_is_sound_in_every_look(string path)
    {
        var faults = new List<string>();
        await board.ReadyAsync(path);
        await using var visit = await board.VisitAsync(browser, Look.LightWide);
        await visit.ToAsync(path);
        foreach (var look in Look.All)
        {
            await look.PutOnAsync(visit.Page);
            faults.AddRange((await Overflow.CheckAsync(visit.Page)).Select(fault => $"{look}: {fault}"));
            await Screenshots.TakeAsync(visit.Page, path, look);
        }

        None(path, [.. faults, .. await Outline.CheckAsync(visit.Page), .. visit.Faults]);

        // Colours differ by scheme and layout by width: these two see all of both.
        foreach (var look in new[] { Look.LightWide, Look.DarkPhone })
        {
            await look.PutOnAsync(visit.Page);
            None($"{path} {look}", await Axe.CheckAsync(visit));
        }
    }

    [Theory]
    [MemberData(nameof(Addresses.All), MemberType = typeof(Addresses))]
    public async Task A_page_is_whole_without_scripts(string path)
    {
        await board.ReadyAsync(path);
        await using var visit = await board.VisitAsync(browser, Look.LightPhone, scripts: false);
        await visit.ToAsync(path);
        None(path, [.. await Outline.CheckAsync(visit.Page), .. await Outline.DeadAsync(visit.Page), .. await Overflow.CheckAsync(visit.Page), .. visit.Faults]);
    }

    [Theory]
    [MemberData(nameof(Addresses.Refusals), MemberType = typeof(Addresses))]
    public async Task A_page_that_refuses_is_as_sound(string path, int status)
    {
        await using var visit = await board.VisitAsync(browser, Look.LightPhone);
        visit.Expected = status;
        var answer = await visit.ToAsync(path);
        Assert.Equal(status, answer.Status);
        None(path, [.. await Axe.CheckAsync(visit), .. await Outline.CheckAsync(visit.Page), .. await Overflow.CheckAsync(visit.Page), .. visit.Faults]);
        await Screenshots.TakeAsync(visit.Page, path, Look.LightPhone);
    }

    [Fact]
    public async Task A_reader_who_was_not_let_in_is_told_what_to_do_on_a_sound_page()
    {
        await using var visit = await Visit.BeginAsync(browser, board.Address, Look.DarkPhone);
        visit.Expected = 401;
        await visit.ToAsync("/c/inf-1987");
        Assert.Contains("Open the address that the command printed", await visit.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        None("/c/inf-1987", [.. await Axe.CheckAsync(visit), .. await Overflow.CheckAsync(visit.Page), .. visit.Faults]);
    }

    [Fact]
    public async Task Every_link_is_answered()
    {
        using var client = board.Client();
        var (faults, asked) = await Links.FollowAsync(client, Addresses.All.Select(row => row.Data), MostFollowed);
        None($"{asked.Count} addresses", faults);
        Assert.Equal(MostFollowed, asked.Count);
    }

    private static void None(string path, IReadOnlyList<string> faults) => Assert.True(faults.Count == 0, $"{path}: {faults.Count} faults\n{string.Join('\n', faults.Take(40))}");
}
