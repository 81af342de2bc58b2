// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/pdf/signature_update.h"
#include "model/signature/signature_rule.h"

#include <QMap>

#include <array>
#include <functional>

namespace jz::test {

/// A revision as another program would append it, honest or not.
struct Update
{
    enum Kind { Table, Stream, ObjectStream };
    QMap<int, QByteArray> objects; ///< bodies; streams among them stay plain in an ObjectStream update
    QByteArray trailer = "/Root 1 0 R";
    Kind kind = Table;
    QList<int> freed;
    int generation = 0;            ///< of the objects
};

/// `paper` with the revision behind it; every earlier byte stays.
QByteArray appended(const QByteArray& paper, const Update& update);

/// The body of a stream object.
QByteArray streamBody(const QByteArray& data, const QByteArray& entries = {});

/// A paper of another program: pages with fonts, form fields `First` and `Second` for signatures, `Remark` and `Sum`
/// for text, an attachment, a layer, tags and metadata. Object numbers are listed in the .cpp.
QByteArray foreignPaper();

/// Writes another /ByteRange, with what may follow it, into the room that the padding of the numbers leaves.
void setRange(PreparedSignature& prepared, const std::array<qint64, 4>& range, const QByteArray& behind = {});

/// Signs a field with the test's identity `p256` by incremental update. `change` may alter the bytes before they are
/// signed.
using ChangeSignature = std::function<void(PreparedSignature&)>;
QByteArray signField(const QByteArray& paper, const QString& field, bool certify = false,
                     const ChangeSignature& change = [](PreparedSignature&) {});

/// foreignPaper() with `First` signed; certified with DocMDP 2 when asked for.
QByteArray signedForeignPaper(bool certify = false);

using MakeRule = std::unique_ptr<SignatureRule> (*)();
/// All rules of the verifier, in their order.
const QList<MakeRule>& allRules();
/// The verdict of a verifier without some of its rules, with the CA of the test as trusted.
Verdict verdictWithout(const QByteArray& paper, const QList<MakeRule>& left);

/// The attack is told by `code` and is `Modified`; without the rules named it would pass as valid.
void checkAttack(const QByteArray& attacked, QLatin1StringView code, const QList<MakeRule>& rules);
/// The paper is valid for who trusts the CA of the test.
void checkHonest(const QByteArray& paper);

} // namespace jz::test
