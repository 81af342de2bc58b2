// SPDX-License-Identifier: Apache-2.0
#include "model/base/sha256.h"
#include "tests/support/boost_test.h"

BOOST_AUTO_TEST_SUITE(sha256_and_base32)

BOOST_AUTO_TEST_CASE(the_digest_is_that_of_the_standard)
{
    BOOST_TEST(jz::sha256("abc").toHex() ==
               QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

BOOST_AUTO_TEST_CASE(base32_is_that_of_rfc_4648_without_padding)
{
    BOOST_TEST(jz::base32("") == QString());
    BOOST_TEST(jz::base32("f") == QStringLiteral("MY"));
    BOOST_TEST(jz::base32("foo") == QStringLiteral("MZXW6"));
    BOOST_TEST(jz::base32("foobar") == QStringLiteral("MZXW6YTBOI"));
}

BOOST_AUTO_TEST_SUITE_END()
