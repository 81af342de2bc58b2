// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/review/rubric.h"

#include <QDate>
#include <QJsonObject>
#include <QMap>
#include <QUuid>

namespace jz {

/// What an expert says of one dossier.
struct DossierScores
{
    QUuid dossier;                     ///< of the paper in the panel bundle
    QByteArray sha256;                 ///< of that paper: other bytes are another dossier
    QMap<QString, Hundredths> points;  ///< by criterion; a finished sheet has all of them
    QMap<QString, QString> comments;   ///< by criterion
    QString opinion;                   ///< `agree` 同意, `revise` 修改后同意, `disagree` 不同意; empty for none yet
    bool visit = false;                ///< a site visit (实地考察) is needed
    QString comment;                   ///< of the whole
    QString conflict;                  ///< why the expert does not judge it (回避); empty: judges it. Found late it voids the points

    bool isVoid() const { return !conflict.isEmpty(); }
    Hundredths total() const;
    bool operator==(const DossierScores&) const = default;
};

/// A score sheet (评分表): what an expert sends back. A paper of its own with these data inside (`scores.json`).
struct ScoreSheet
{
    QString callId;
    QByteArray formHash;
    QString panel;                     ///< number of the bundle
    QString expert;                    ///< name, as the bundle says
    int version = 1;                   ///< 1–99: finished again after reopening
    QString answer;                    ///< `accepted`, `declined` (不能承担)
    QString reason;                    ///< of declining
    QDate promised;                    ///< day of the promise of confidentiality (保密承诺)
    QDate finished;
    QList<DossierScores> dossiers;     ///< those of the bundle, in its order
    QList<QUuid> ranking;              ///< own order, best first; may be empty
    QByteArray binding;                ///< 32 bytes: bindingOf() with the bundle's secret

    bool operator==(const ScoreSheet&) const = default;
};

/// Name under which the data lie in a sheet.
QString scoresDataName();
QJsonObject toJson(const ScoreSheet& sheet);
/// scores.json: UTF-8, keys sorted, no blanks.
QByteArray scoreSheetJson(const ScoreSheet& sheet);
/// Reads it back. `subject` is named in errors. Throws Error Malformed (broken JSON, a part missing, of the wrong type or twice) and Unsupported (another
/// kind, a newer format). Whether points lie within the scale is scoreProblems()'s to say.
ScoreSheet parseScoreSheet(const QByteArray& bytes, const QString& subject);

/// HMAC-SHA256 over the data without `binding`, with the bundle's secret: says that who filled the sheet in had the bundle.
QByteArray bindingOf(const ScoreSheet& sheet, const QByteArray& secret);
/// What is printed on the sheet to be told by telephone: the first 8 hex digits of the data's SHA-256, in capitals, in two groups.
QString checkCode(const ScoreSheet& sheet);

/// What is wrong with the scores of one dossier as a finished one: a criterion without points or with points that the scale does not know, one
/// that the rubric does not have, no opinion. A sentence each, naming the criterion; empty: all is well, or it is void.
QList<LocalizedText> scoreProblems(const DossierScores& scores, const Rubric& rubric);

} // namespace jz
