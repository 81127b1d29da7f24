#!/usr/bin/env python3
"""Draws the coasts and borders of the map on region pages, from Natural Earth (public domain).

  npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
  draw.py package/countries-50m.json ../resources/map

Plain python3, no network. The projection is that of org.regionwire.pages.regions.MapProjection:
conic equidistant, standard parallels 52 and 66 degrees north, 20 degrees east upright.
"""
import json, math, os, sys
from collections import Counter

WIDTH, HEIGHT, SCALE = 360, 440, 1080.0           # pixels; pixels a radian
LAT1, LAT2, LAT0, LON0 = map(math.radians, (52, 66, 59.6, 20))
N = (math.cos(LAT1) - math.cos(LAT2)) / (LAT2 - LAT1)
G = math.cos(LAT1) / N + LAT1
TOLERANCE, SMALLEST = 0.55, 5.0                   # pixels; square pixels

def project(lon, lat):
    rho, theta = G - math.radians(lat), N * (math.radians(lon) - LON0)
    return (WIDTH / 2 + SCALE * rho * math.sin(theta), HEIGHT / 2 - SCALE * (G - LAT0 - rho * math.cos(theta)))

def arcs(topo):
    (sx, sy), (tx, ty) = topo["transform"]["scale"], topo["transform"]["translate"]
    for arc in topo["arcs"]:
        x = y = 0; line = []
        for dx, dy in arc:
            x += dx; y += dy; line.append((x * sx + tx, y * sy + ty))
        yield line

def rings(geometry):
    if geometry["type"] == "Polygon": return geometry["arcs"]
    if geometry["type"] == "MultiPolygon": return [r for p in geometry["arcs"] for r in p]
    return [r for g in geometry.get("geometries", []) for r in rings(g)]

def joined(ring, lines):
    out = []
    for a in ring:
        part = lines[a] if a >= 0 else lines[~a][::-1]
        out += part if not out else part[1:]
    return out

def clip(points):
    for inside, cut in ((lambda p: p[0] >= -4, lambda a, b: at_x(a, b, -4)), (lambda p: p[0] <= WIDTH + 4, lambda a, b: at_x(a, b, WIDTH + 4)),
                        (lambda p: p[1] >= -4, lambda a, b: at_y(a, b, -4)), (lambda p: p[1] <= HEIGHT + 4, lambda a, b: at_y(a, b, HEIGHT + 4))):
        out = []
        for i, p in enumerate(points):
            before = points[i - 1]
            if inside(p) != inside(before): out.append(cut(before, p))
            if inside(p): out.append(p)
        points = out
        if not points: break
    return points

def at_x(a, b, x): return (x, a[1] + (b[1] - a[1]) * (x - a[0]) / (b[0] - a[0]))
def at_y(a, b, y): return (a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]), y)

def simplify(line):
    """Douglas and Peucker."""
    keep, todo = {0, len(line) - 1}, [(0, len(line) - 1)]
    while todo:
        i, j = todo.pop()
        (ax, ay), (bx, by) = line[i], line[j]
        length = math.hypot(bx - ax, by - ay)
        best, far = 0, -1
        for k in range(i + 1, j):
            px, py = line[k]
            d = abs((bx - ax) * (ay - py) - (ax - px) * (by - ay)) / length if length > 1e-9 else math.hypot(px - ax, py - ay)
            if d > best: best, far = d, k
        if best > TOLERANCE: keep.add(far); todo += [(i, far), (far, j)]
    return [line[k] for k in sorted(keep)]

def area(ring): return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1]))) / 2

def path(line, closed):
    whole = [(round(x), round(y)) for x, y in line]
    out, at = f"M{whole[0][0]} {whole[0][1]}", whole[0]
    steps = []
    for p in whole[1:]:
        if p != at: steps.append(f"{p[0] - at[0]} {p[1] - at[1]}"); at = p
    return out + ("l" + " ".join(steps) if steps else "") + ("z" if closed else "") if len(steps) > (1 if closed else 0) else ""

def main():
    topo, folder = json.load(open(sys.argv[1])), sys.argv[2]
    lines = list(arcs(topo))
    os.makedirs(folder, exist_ok=True)
    land = []
    for ring in rings(topo["objects"]["land"]):
        points = joined(ring, lines)
        if max(p[1] for p in points) < 40 or min(p[0] for p in points) > 80 or max(p[0] for p in points) < -25: continue
        shape = clip([project(max(-60, min(110, lon)), max(20, lat)) for lon, lat in points])
        if len(shape) > 2 and area(shape) > SMALLEST:
            half = max(range(len(shape)), key=lambda i: math.dist(shape[0], shape[i]))
            land.append(path(simplify(shape[:half + 1]) + simplify(shape[half:] + shape[:1])[1:-1], True))
    used = Counter(a if a >= 0 else ~a for g in topo["objects"]["countries"]["geometries"] for r in rings(g) for a in r)
    borders = []
    for a, times in used.items():
        line = [project(lon, lat) for lon, lat in lines[a] if 38 < lat < 75 and -15 < lon < 60]
        inside = [p for p in line if -4 <= p[0] <= WIDTH + 4 and -4 <= p[1] <= HEIGHT + 4]
        if times > 1 and len(inside) > 1: borders.append(path(simplify(inside), False))
    for name, parts in (("land", land), ("borders", borders)):
        text = "".join(parts)
        open(os.path.join(folder, name + ".path"), "w").write(text)
        print(name, len(text), "bytes")

main()
