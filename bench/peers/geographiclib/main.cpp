// Geodesics by GeographicLib, over the same points as Detente's bench: what took how long, and what it came to.
//   main <item> <count>      prints "<CPU seconds> <sum>"
#include <GeographicLib/Geodesic.hpp>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <vector>

// SplitMix64, as Record/Dice.cs has it.
static uint64_t state = 1;
static double part() {
  uint64_t z = state += 0x9E3779B97F4A7C15u;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return ((z ^ (z >> 31)) >> 11) * 0x1p-53;
}

struct Pair { double lat1, lon1, lat2, lon2, azimuth, metres; };

static double cpu() {
  timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec + t.tv_nsec * 1e-9;
}

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const char* item = argv[1];
  std::vector<Pair> pairs(std::atol(argv[2]));
  for (auto& p : pairs) {
    p.lat1 = 180 * part() - 90;
    p.lon1 = 360 * part() - 180;
    p.lat2 = 180 * part() - 90;
    p.lon2 = 360 * part() - 180;
    p.azimuth = 360 * part() - 180;
    p.metres = 20e6 * part();
  }

  const auto& geod = GeographicLib::Geodesic::WGS84();
  double sum = 0, before = cpu();
  if (!std::strcmp(item, "distance"))
    for (const auto& p : pairs) {
      double s12;
      geod.Inverse(p.lat1, p.lon1, p.lat2, p.lon2, s12);
      sum += s12;
    }
  else if (!std::strcmp(item, "inverse"))
    for (const auto& p : pairs) {
      double s12, azi1, azi2, m12;
      geod.Inverse(p.lat1, p.lon1, p.lat2, p.lon2, s12, azi1, azi2, m12);
      sum += s12 + azi1 + azi2 + m12;
    }
  else if (!std::strcmp(item, "direct"))
    for (const auto& p : pairs) {
      double lat2, lon2, azi2;
      geod.Direct(p.lat1, p.lon1, p.azimuth, p.metres, lat2, lon2, azi2);
      sum += lat2 + azi2;
    }
  else
    return 2;
  std::printf("%.9f %.6f\n", cpu() - before, sum);
}
