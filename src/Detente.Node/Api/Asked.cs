using System.Diagnostics.CodeAnalysis;
using Detente.Agreement.Model;
using Detente.Answers;
using Detente.Diagnostics;
using Detente.Node.Http;
using Detente.Node.Views;
using Microsoft.AspNetCore.Http;

namespace Detente.Node.Api;

/// <summary>A request that can be answered: the case and the parameters, read.</summary>
internal sealed class Asked
{
    private readonly Dictionary<string, object> _values = [];
    private readonly List<(string Name, string Written)> _written = [];
    private readonly List<(string Parameter, string Detail)> _faults = [];
    private readonly string _path;

    private Asked(HttpRequest request, OpenCase of)
    {
        (Case, _path) = (of, request.Path.Value!);
        RouteId = request.RouteValues["id"] as string ?? "";
    }

    /// <summary>The case.</summary>
    public OpenCase Case { get; }

    /// <summary>The instants.</summary>
    public Viewpoint View { get; private set; }

    /// <summary>The last part of the path, where it names a statement.</summary>
    public string RouteId { get; }

    /// <summary>Which part of a list is asked for.</summary>
    public Paging Paging { get; private set; } = new(1, 1);

    /// <summary>Addresses of the case's pages at these instants.</summary>
    public Address Pages => new(Case.Name, Time);

    /// <summary>The case at these instants, as pages begin with it.</summary>
    public CaseView Page => new(Case, new AskedTime(View, Time, false, null), _path, []);

    private string Time => $"?at={Uri.EscapeDataString(AskedInstant.Print(View.At))}{(View.IsOneInstant ? "" : $"&known={Uri.EscapeDataString(AskedInstant.Print(View.Known))}")}";

    /// <summary>Reads a request. What is wrong in it is told all at once.</summary>
    /// <param name="request">The request.</param>
    /// <param name="library">All cases.</param>
    /// <param name="known">The parameters the operation has.</param>
    /// <param name="asked">What is asked; <c>null</c> where the request is refused.</param>
    /// <param name="refusal">Why; else <c>null</c>.</param>
    public static bool TryRead(HttpRequest request, Library library, IReadOnlyList<Parameter> known, [NotNullWhen(true)] out Asked? asked, [NotNullWhen(false)] out Answer? refusal)
    {
        asked = null;
        var name = (string)request.RouteValues["case"]!;
        if (library.Find(name) is not { } shelved)
        {
            refusal = Problem.Of(StatusCodes.Status404NotFound, Codes.NoCase, $"there is no case '{name}'{Meant.Or(name, library.All.Select(one => one.Name), "; /api/cases lists those that are open")}");
            return false;
        }

        if (shelved.Case is not { } open)
        {
            refusal = Problem.NotOpen(shelved);
            return false;
        }

        asked = new Asked(request, open);
        asked.ReadParameters(request.Query, known);
        refusal = asked._faults.Count == 0 ? null : Problem.Parameters(asked._faults);
        return refusal is null;
    }

    /// <summary>A parameter; <c>null</c> where it is not given.</summary>
    public T? Value<T>(Parameter<T> parameter)
        where T : struct => _values.TryGetValue(parameter.Name, out var value) ? (T)value : null;

    /// <summary>The same, of text.</summary>
    public string? Text(Parameter<string> parameter) => _values.TryGetValue(parameter.Name, out var value) ? (string)value : null;

    /// <summary>Answers about the clauses and parties asked for, or says which name is none of the agreement's.</summary>
    public Answer Selected(Func<Selection, Answer> answer)
    {
        var (party, clause) = (Text(Parameters.Party), Text(Parameters.Clause));
        Selection.Of(Case.Agreement, party, null, out var noParty);
        var selection = Selection.Of(Case.Agreement, null, clause, out var noClause);
        return noParty is not null ? Problem.Of(StatusCodes.Status404NotFound, Codes.NoParty, noParty)
            : noClause is not null ? Problem.Of(StatusCodes.Status404NotFound, Codes.NoClause, noClause)
            : answer(Selection.Of(Case.Agreement, party, null, out _) with { Clauses = selection.Clauses });
    }

    /// <summary>The same about one clause; where none is given it is <c>null</c>.</summary>
    public Answer OfOneClause(Func<Selection, Clause?, Answer> answer) => Selected(selection => selection.Clauses is { Count: > 1 } several
        ? Problem.Parameters([("clause", $"'{Text(Parameters.Clause)}' stands for several clauses: {string.Join(", ", several)}; name one")])
        : answer(selection, selection.Clauses is { } one ? Case.Clause(one.First()) : null));

    /// <summary>The address of another page of the same answer, its instants held fast: a list does not move under who walks through it.</summary>
    public string Address(int page)
    {
        var rest = _written.Where(written => written.Name is not ("at" or "known" or "page")).Append(("page", page.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return $"{_path}{Time}&{string.Join('&', rest.Select(parameter => $"{parameter.Item1}={Uri.EscapeDataString(parameter.Item2)}"))}";
    }

    private void ReadParameters(IQueryCollection query, IReadOnlyList<Parameter> known)
    {
        foreach (var name in query.Keys.Where(name => name != Session.Parameter && !known.Any(parameter => parameter.Name == name)))
        {
            _faults.Add((name, known.Count == 0 ? "this address has no parameters" : $"there is no such parameter{Meant.Or(name, known.Select(parameter => parameter.Name), $"; there are {string.Join(", ", known.Select(parameter => parameter.Name))}")}"));
        }

        foreach (var parameter in known)
        {
            Read(parameter, [.. query[parameter.Name].OfType<string>().Select(value => value.Trim()).Where(value => value.Length > 0)]);
        }

        var at = Value(Parameters.At) ?? Case.Usual;
        View = new Viewpoint(at, Value(Parameters.Known) ?? at);
        var size = known.Contains(Parameters.Rows) ? Value(Parameters.Rows) ?? Parameters.MostRows : Value(Parameters.Size) ?? Parameters.UsualSize;
        Paging = new Paging(Value(Parameters.Page) ?? 1, size);
    }

    private void Read(Parameter parameter, IReadOnlyList<string> written)
    {
        if (written.Count > 1)
        {
            _faults.Add((parameter.Name, "it is given more than once"));
        }
        else if (written.Count == 0)
        {
            if (parameter.IsRequired)
            {
                _faults.Add((parameter.Name, "it is needed"));
            }
        }
        else if (parameter.TryRead(written[0], out var value, out var fault))
        {
            _values.Add(parameter.Name, value);
            _written.Add((parameter.Name, written[0]));
        }
        else
        {
            _faults.Add((parameter.Name, $"'{written[0]}': {fault}"));
        }
    }
}
