// SPDX-License-Identifier: Apache-2.0
#include "armistice/base/hash.h"

#include <openssl/evp.h>

#include <array>
#include <memory>
#include <stdexcept>

namespace armistice {

std::string sha256(std::string_view bytes) {
  // Fetching the algorithm and making a context cost more than hashing a sentence: both are kept per thread.
  thread_local const std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> method(EVP_MD_fetch(nullptr, "SHA256", nullptr),
                                                                            &EVP_MD_free);
  thread_local const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                                     &EVP_MD_CTX_free);
  std::array<unsigned char, 32> digest{};
  unsigned int size = 0;
  const bool done = method && context && EVP_DigestInit_ex2(context.get(), method.get(), nullptr) == 1 &&
                    EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()) == 1 &&
                    EVP_DigestFinal_ex(context.get(), digest.data(), &size) == 1 && size == digest.size();
  if (!done) throw std::runtime_error("SHA-256 failed in OpenSSL");
  std::string hex;
  hex.reserve(64);
  for (unsigned char byte : digest) {
    hex += "0123456789abcdef"[byte >> 4];
    hex += "0123456789abcdef"[byte & 15];
  }
  return hex;
}

}  // namespace armistice
