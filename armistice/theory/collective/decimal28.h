// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <compare>
#include <string>

// Decimal numbers of 28 significant digits, every operation rounded once, to the even digit where two are equally near:
// the arithmetic of Python's decimal module as it comes. The position-exchange model needs it: its rules compare sums
// that are equal but for the last digit, and what happens there decides which exchanges take place.
namespace armistice::collective {

__extension__ typedef unsigned __int128 Wide;

struct Decimal28 {
  Wide digits = 0;  // 0, or 28 digits: 10^27 <= digits < 10^28
  int power = 0;    // value = +- digits * 10^power
  bool negative = false;

  constexpr Decimal28() = default;
  Decimal28(int whole);  // NOLINT: numbers may be written as numbers
};

// The number whose shortest text this double is: 0.1 is a tenth. Finite doubles only.
Decimal28 decimal_of(double value);

// What the double is exactly, to 28 digits, times or taken from `a`, rounded once.
Decimal28 times_exactly(const Decimal28& a, double b);
Decimal28 less_exactly(const Decimal28& a, double b);

double to_double(const Decimal28& a);
inline double to_double(double a) { return a; }
std::string to_text(const Decimal28& a);  // "6105117364047236852718094182E-26"

Decimal28 operator+(const Decimal28& a, const Decimal28& b);
Decimal28 operator*(const Decimal28& a, const Decimal28& b);
Decimal28 operator/(const Decimal28& a, const Decimal28& b);  // b is not 0
inline Decimal28 operator-(Decimal28 a) {
  a.negative = a.digits != 0 && !a.negative;
  return a;
}
inline Decimal28 operator-(const Decimal28& a, const Decimal28& b) { return a + -b; }
inline Decimal28 abs(Decimal28 a) {
  a.negative = false;
  return a;
}
inline bool operator==(const Decimal28& a, const Decimal28& b) {
  return a.digits == b.digits && (a.digits == 0 || (a.power == b.power && a.negative == b.negative));
}
std::strong_ordering operator<=>(const Decimal28& a, const Decimal28& b);

}  // namespace armistice::collective
