// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QUuid>

namespace jz {

/// A panel bundle that an expert opened here.
struct OpenedPanel
{
    qint64 key = 0;
    QString number;
    QJsonObject content;      ///< panel.json
    QByteArray letter;        ///< SHA-256 of the panel letter, in the object store
    qint64 seed = 0;          ///< of the order of presentation
    QString answer;           ///< empty until it is answered; `accepted`, `declined`
    QString reason;           ///< of declining
    QDate promised;           ///< day of the promise of confidentiality
    QList<QUuid> ranking;     ///< the expert's own order, best first; may be empty
    QDateTime at;             ///< UTC
};

/// What an expert entered on one dossier.
struct PanelEntry
{
    QUuid dossier;
    QMap<QString, int> points;       ///< hundredths, by criterion
    QMap<QString, QString> comments; ///< by criterion
    QString opinion;
    bool visit = false;
    QString comment;
    QString conflict;                ///< why it is not judged; empty: it is
    QString note;                    ///< scratch: never leaves this laptop
    QDateTime changed;               ///< UTC
};

/// A score sheet that was finished here.
struct FinishedSheet
{
    int version = 1;
    QByteArray paper;                ///< SHA-256, in the object store
    QJsonObject content;             ///< scores.json
    QDateTime at;                    ///< UTC
};

} // namespace jz
