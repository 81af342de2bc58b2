// SPDX-License-Identifier: Apache-2.0
// The installation's key: made once, kept where only its user reads it, replaced when it is lost.
#include "model/base/error.h"
#include "model/signature/delivery_key.h"
#include "model/signature/delivery_mark.h"
#include "tests/support/boost_test.h"
#include "tests/support/test_files.h"

#include <QFileInfo>
#include <QHash>

using namespace jz;
using namespace Qt::StringLiterals;

namespace {

/// A keyring in memory that can fail in the ways keyrings do.
class FakeKeyring final : public SecretStore
{
public:
    QHash<QString, QByteArray> secrets;
    bool locked = false;
    bool forgets = false;

    std::optional<QByteArray> read(const QString& name) override
    {
        return locked || !secrets.contains(name) ? std::nullopt : std::optional(secrets.value(name));
    }
    bool write(const QString& name, const QByteArray& secret) override
    {
        if (locked)
            return false;
        if (!forgets)
            secrets.insert(name, secret);
        return true;
    }
};

struct Fixture
{
    test::ScratchFolder scratch;
    QString folder = scratch.file(u"资料库/keys"_s);
    QString keyFile = folder + u"/delivery-key.p12"_s;
    FakeKeyring keyring;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(delivery_key, Fixture)

BOOST_AUTO_TEST_CASE(the_first_start_makes_a_key_and_later_ones_find_it)
{
    const DeliveryKey first = openDeliveryKey(folder, nullptr);
    BOOST_TEST(first.isNew);
    const DeliveryKey second = openDeliveryKey(folder, nullptr);
    BOOST_TEST(!second.isNew);
    BOOST_TEST(first.identity.fingerprint() == second.identity.fingerprint());
    BOOST_TEST(isDeliveryMark(first.identity.certificate()));
    BOOST_TEST(second.identity.isSelfIssued());
}

BOOST_AUTO_TEST_CASE(the_file_can_be_read_by_its_user_alone)
{
    openDeliveryKey(folder, nullptr);
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
                        | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    BOOST_TEST(!(QFileInfo(folder).permissions() & others));
    BOOST_TEST(!(QFileInfo(keyFile).permissions() & (others | QFileDevice::ExeOwner)));
    // A file that came over a stick is brought back to that.
    QFile::setPermissions(keyFile, QFileInfo(keyFile).permissions() | QFileDevice::ReadOther);
    openDeliveryKey(folder, nullptr);
    BOOST_TEST(!(QFileInfo(keyFile).permissions() & others));
}

BOOST_AUTO_TEST_CASE(the_key_does_not_expire_and_needs_no_right_clock)
{
    const Identity key = openDeliveryKey(folder, nullptr).identity;
    BOOST_TEST((key.validFrom() < QDateTime(QDate(2021, 1, 1), QTime(0, 0), Qt::UTC)));
    BOOST_TEST(key.validTo().date().year() == 9999);
}

BOOST_AUTO_TEST_CASE(a_keyring_keeps_the_key_and_no_file_is_written)
{
    const DeliveryKey first = openDeliveryKey(folder, &keyring);
    BOOST_TEST((first.place == DeliveryKey::Place::Keyring));
    BOOST_TEST(!QFileInfo::exists(keyFile));
    const DeliveryKey second = openDeliveryKey(folder, &keyring);
    BOOST_TEST(!second.isNew);
    BOOST_TEST(second.identity.fingerprint() == first.identity.fingerprint());
}

BOOST_AUTO_TEST_CASE(a_keyring_that_is_locked_or_forgets_gives_way_to_the_file)
{
    keyring.locked = true;
    BOOST_TEST((openDeliveryKey(folder, &keyring).place == DeliveryKey::Place::File));
    FakeKeyring forgetful;
    forgetful.forgets = true;
    const QString other = scratch.file(u"other"_s);
    BOOST_TEST((openDeliveryKey(other, &forgetful).place == DeliveryKey::Place::File));
    BOOST_TEST(QFileInfo::exists(other + u"/delivery-key.p12"_s));
}

BOOST_AUTO_TEST_CASE(an_installation_stays_with_the_place_it_began_with)
{
    const QString before = openDeliveryKey(folder, nullptr).identity.fingerprint();
    const DeliveryKey later = openDeliveryKey(folder, &keyring);
    BOOST_TEST(later.identity.fingerprint() == before);
    BOOST_TEST((later.place == DeliveryKey::Place::File));
    BOOST_TEST(keyring.secrets.isEmpty());
}

BOOST_AUTO_TEST_CASE(a_damaged_key_is_put_aside_and_replaced)
{
    const QString before = openDeliveryKey(folder, nullptr).identity.fingerprint();
    for (const QByteArray& damage : {QByteArray("rubbish"), QByteArray(), test::readFile(keyFile).left(100)}) {
        test::writeFile(keyFile, damage);
        const DeliveryKey key = openDeliveryKey(folder, nullptr);
        BOOST_TEST(key.isNew);
        BOOST_TEST(key.identity.fingerprint() != before);
        BOOST_TEST(test::readFile(keyFile + u".damaged"_s) == damage);
    }
}

BOOST_AUTO_TEST_CASE(a_folder_that_cannot_be_made_is_named)
{
    const QString blocked = scratch.file(u"blocked"_s);
    test::writeFile(blocked, "a file");
    try {
        openDeliveryKey(blocked + u"/keys"_s, nullptr);
        BOOST_ERROR("no error");
    } catch (const Error& error) {
        BOOST_TEST((error.code() == ErrorCode::NotWritable));
        BOOST_TEST(error.message().zh.contains(blocked));
        BOOST_TEST(error.message().en.contains(blocked));
    }
}

BOOST_AUTO_TEST_SUITE_END()
