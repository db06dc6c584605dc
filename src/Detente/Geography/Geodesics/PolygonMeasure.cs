namespace Detente.Geography.Geodesics;

/// <summary>What a polygon measures.</summary>
/// <param name="AreaSquareMetres">Positive when it runs anticlockwise seen from above, negative when clockwise; at most half of the surface either way.</param>
/// <param name="PerimeterMetres">The length of its edges.</param>
public readonly record struct PolygonMeasure(double AreaSquareMetres, double PerimeterMetres);
