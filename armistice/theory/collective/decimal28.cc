// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/collective/decimal28.h"

#include <fmt/format.h>

#include <array>
#include <bit>
#include <boost/multiprecision/cpp_int.hpp>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>

namespace armistice::collective {
namespace {

using Big = boost::multiprecision::cpp_int;

constexpr auto tens = [] {
  std::array<Wide, 39> all{};
  all[0] = 1;
  for (std::size_t k = 1; k < all.size(); ++k) all[k] = all[k - 1] * 10;
  return all;
}();
constexpr std::size_t places = 28;
constexpr std::uint64_t half_base = 100'000'000'000'000;  // 10^14: two of them make 28 digits

// Decimal digits of a number that is not 0, from its binary ones: 1233 / 4096 is just above log10(2).
std::size_t length(Wide value) {
  const auto high = static_cast<std::uint64_t>(value >> 64);
  const auto bits = static_cast<std::size_t>(high != 0 ? 64 + std::bit_width(high)
                                                       : std::bit_width(static_cast<std::uint64_t>(value)));
  const std::size_t guess = bits * 1233 / 4096;
  return guess < tens.size() && value >= tens[guess] ? guess + 1 : guess;
}

Decimal28 made(Wide digits, int power, bool negative) {
  Decimal28 made;
  if (digits == 0) return made;
  made.digits = digits, made.power = power, made.negative = negative;
  return made;
}

// `beyond` against the half of a unit: up, or to the even digit.
Decimal28 rounded(Wide digits, Wide beyond, Wide half, int power, bool negative) {
  if (beyond > half || (beyond == half && digits % 2 == 1)) ++digits;
  if (digits == tens[places]) digits = tens[places - 1], ++power;
  return made(digits, power, negative);
}

Decimal28 normal(Wide value, int power, bool negative) {
  if (value == 0) return {};
  if (value >= tens[places - 1] && value < tens[places]) return made(value, power, negative);
  const std::size_t n = length(value);
  if (n <= places) return made(value * tens[places - n], power - static_cast<int>(places - n), negative);
  const Wide unit = tens[n - places];
  return rounded(value / unit, value % unit, unit / 2, power + static_cast<int>(n - places), negative);
}

struct Exact {
  Big digits;
  int power;
};
Exact exact_of(double value) {
  int exponent;
  const double mantissa = std::frexp(value, &exponent);
  Exact exact{Big(static_cast<std::int64_t>(std::ldexp(mantissa, 53))), 0};
  exponent -= 53;
  for (; exponent > 0; --exponent) exact.digits *= 2;
  for (; exponent < 0; ++exponent) exact.digits *= 5, --exact.power;
  return exact;
}
Exact exact_of(const Decimal28& a) {
  Big digits = static_cast<std::uint64_t>(a.digits >> 64);
  digits <<= 64;
  digits += static_cast<std::uint64_t>(a.digits);
  return {a.negative ? Big(-digits) : digits, a.power};
}
Decimal28 rounded(const Exact& value) {
  Big size = boost::multiprecision::abs(value.digits);
  int power = value.power;
  bool odd_bits = false;  // something but zeros has been cut off
  const Big limit = Big(static_cast<std::uint64_t>(10'000'000'000'000'000'000u)) * 10'000'000'000'000'000'000u;
  while (size >= limit) {
    odd_bits = odd_bits || size % 10 != 0;
    size /= 10, ++power;
  }
  if (odd_bits && size % 10 == 0) size += 1;  // more digits than are kept follow, so it is no tie
  if (odd_bits && size % 10 == 5) size += 1;
  const Wide wide = (static_cast<Wide>(static_cast<std::uint64_t>(size >> 64)) << 64) |
                    static_cast<std::uint64_t>(size & 0xFFFF'FFFF'FFFF'FFFFu);
  return normal(wide, power, value.digits < 0);
}

}  // namespace

Decimal28::Decimal28(int whole) { *this = normal(static_cast<Wide>(std::abs(whole)), 0, whole < 0); }

Decimal28 decimal_of(double value) {
  char text[40];
  const char* end = std::to_chars(text, text + sizeof text, std::abs(value), std::chars_format::scientific).ptr;
  Wide digits = 0;
  int power = 0;
  const char* at = text;
  bool behind_point = false;
  for (; at != end && *at != 'e'; ++at) {
    if (*at == '.') {
      behind_point = true;
      continue;
    }
    digits = digits * 10 + static_cast<Wide>(*at - '0');
    if (behind_point) --power;
  }
  int exponent = 0;
  if (at != end) std::from_chars(at[1] == '+' ? at + 2 : at + 1, end, exponent);
  return normal(digits, power + exponent, value < 0);
}

Decimal28 times_exactly(const Decimal28& a, double b) {
  const Exact x = exact_of(a), y = exact_of(b);
  return rounded(Exact{x.digits * y.digits, x.power + y.power});
}

Decimal28 less_exactly(const Decimal28& a, double b) {
  Exact x = exact_of(a), y = exact_of(b);
  for (; x.power > y.power; --x.power) x.digits *= 10;
  for (; y.power > x.power; --y.power) y.digits *= 10;
  return rounded(Exact{x.digits - y.digits, x.power});
}

// Powers of ten up to 27 are exact in the long doubles of this machine, so that the result is that of one rounding but
// for one in a thousand, which is out by the last bit.
double to_double(const Decimal28& a) {
  auto value = static_cast<long double>(a.digits);
  int power = a.power;
  constexpr long double large = 1e27L;
  for (; power < -27; power += 27) value /= large;
  for (; power > 27; power -= 27) value *= large;
  long double unit = 1;
  for (int k = std::abs(power); k > 0; --k) unit *= 10;
  value = power < 0 ? value / unit : value * unit;
  return static_cast<double>(a.negative ? -value : value);
}

std::string to_text(const Decimal28& a) {
  const auto high = static_cast<std::uint64_t>(a.digits / half_base);
  return fmt::format("{}{}{:014}E{}", a.negative ? "-" : "", high, static_cast<std::uint64_t>(a.digits % half_base),
                     a.power);
}

Decimal28 operator+(const Decimal28& a, const Decimal28& b) {
  if (a.digits == 0) return b;
  if (b.digits == 0) return a;
  if (a.power < b.power) return b + a;
  const int apart = a.power - b.power;
  if (apart > 60) return a;
  Wide large, small;
  int power = b.power;
  if (apart <= 10) {
    large = a.digits * tens[static_cast<std::size_t>(apart)], small = b.digits;
  } else {  // what is cut off the smaller number leaves a 1 behind: enough to break ties, too little to matter else
    const auto cut = static_cast<std::size_t>(apart - 9);
    const Wide unit = cut < tens.size() ? tens[cut] : tens.back();
    large = a.digits * tens[10];
    small = b.digits / unit * 10 + (b.digits % unit != 0 ? 1 : 0);
    power = a.power - 10;
  }
  if (a.negative == b.negative) return normal(large + small, power, a.negative);
  return large >= small ? normal(large - small, power, a.negative) : normal(small - large, power, b.negative);
}

Decimal28 operator*(const Decimal28& a, const Decimal28& b) {
  if (a.digits == 0 || b.digits == 0) return {};
  const auto a1 = static_cast<std::uint64_t>(a.digits / half_base),
             b1 = static_cast<std::uint64_t>(b.digits / half_base);
  const auto a0 = static_cast<std::uint64_t>(a.digits - Wide{a1} * half_base);
  const auto b0 = static_cast<std::uint64_t>(b.digits - Wide{b1} * half_base);
  const Wide middle = Wide{a1} * b0 + Wide{a0} * b1;
  const auto m1 = static_cast<std::uint64_t>(middle / half_base);
  Wide low = (middle - Wide{m1} * half_base) * half_base + Wide{a0} * b0, high = Wide{a1} * b1 + m1;
  if (low >= tens[places]) low -= tens[places], ++high;
  const bool negative = a.negative != b.negative;
  const int power = a.power + b.power + static_cast<int>(places);
  if (high >= tens[places - 1]) return rounded(high, low, tens[places] / 2, power, negative);
  const Wide digit = low / tens[places - 1];
  return rounded(high * 10 + digit, low - digit * tens[places - 1], tens[places - 1] / 2, power - 1, negative);
}

// Long division, ten digits at a time.
Decimal28 operator/(const Decimal28& a, const Decimal28& b) {
  if (a.digits == 0) return {};
  Wide rest = a.digits, quotient = 0;
  int power = a.power - b.power;
  if (rest < b.digits) rest *= 10, --power;  // so that the first digit is not 0
  quotient = rest / b.digits, rest -= quotient * b.digits;
  for (const std::size_t step : {10u, 10u, 7u}) {
    rest *= tens[step];
    const Wide next = rest / b.digits;
    rest -= next * b.digits, quotient = quotient * tens[step] + next;
  }
  const bool negative = a.negative != b.negative;
  if (2 * rest > b.digits || (2 * rest == b.digits && quotient % 2 == 1)) ++quotient;
  return normal(quotient, power - 27, negative);
}

std::strong_ordering operator<=>(const Decimal28& a, const Decimal28& b) {
  const auto sign = [](const Decimal28& x) { return x.digits == 0 ? 0 : x.negative ? -1 : 1; };
  if (sign(a) != sign(b)) return sign(a) <=> sign(b);
  if (sign(a) == 0) return std::strong_ordering::equal;
  const Decimal28 &more = a.negative ? b : a, &less = a.negative ? a : b;
  return more.power != less.power ? more.power <=> less.power : more.digits <=> less.digits;
}

}  // namespace armistice::collective
